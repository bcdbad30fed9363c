// Everything works without this file; it only makes some steps kinder. Nothing is kept in web storage.
(() => {
  "use strict";

  // After a failed submit, a keyboard or screen reader user starts at what went wrong.
  const summary = document.querySelector(".govuk-error-summary");
  if (summary) {
    summary.setAttribute("tabindex", "-1");
    summary.focus();
  } else {
    const done = document.querySelector(".govuk-notification-banner[role=alert]");
    if (done) {
      done.setAttribute("tabindex", "-1");
      done.focus();
    }
  }

  // Show and hide what is typed into a passphrase field.
  for (const button of document.querySelectorAll("[data-reveals]")) {
    const field = document.getElementById(button.dataset.reveals);
    const show = (shown) => {
      field.type = shown ? "text" : "password";
      button.textContent = shown ? "Hide" : "Show";
      button.setAttribute("aria-label", (shown ? "Hide " : "Show ") + button.dataset.what);
    };
    button.hidden = false;
    button.addEventListener("click", () => show(field.type === "password"));
    field.form?.addEventListener("submit", () => show(false));
  }

  // Somebody who looks for a station may use where they are, rounded to about a kilometre.
  const locate = document.querySelector("[data-locate]");
  if (locate && navigator.geolocation) {
    const words = document.querySelector("[data-locate-words]");
    const found = (at) => location.assign(locate.dataset.locate + "?near=" + at.coords.latitude.toFixed(2) + "," + at.coords.longitude.toFixed(2));
    const lost = () => { words.textContent = "Your browser did not say where you are. Type a suburb or town instead."; };
    locate.hidden = words.hidden = false;
    locate.addEventListener("click", () => navigator.geolocation.getCurrentPosition(found, lost, { maximumAge: 600000, timeout: 10000 }));
  }

  // How many characters are left, beside a text box with a limit.
  for (const counted of document.querySelectorAll("textarea[data-limit]")) {
    const message = document.getElementById(counted.id + "-count");
    const tell = () => {
      const left = Number(counted.dataset.limit) - counted.value.replace(/\r?\n/g, "\r\n").length;
      const amount = Math.abs(left).toLocaleString("en-NZ") + (Math.abs(left) === 1 ? " character" : " characters");
      message.textContent = left < 0 ? "You have " + amount + " too many" : "You have " + amount + " left";
    };
    counted.addEventListener("input", tell);
    tell();
  }

  // What is typed into a section is kept on the server as its writer's draft, soon after each pause. It saves nothing.
  const draft = document.querySelector("[data-keeps-draft]");
  if (draft) {
    const form = draft.closest("form");
    const tabs = new BroadcastChannel("school-portal");
    let changed = false;
    let isLost = false;
    let sending = null;
    let waiting = 0;
    let lastKept = "you opened this page";

    const tell = (words) => {
      if (draft.textContent !== words) {
        draft.textContent = words;
      }
    };
    const again = (seconds) => {
      clearTimeout(waiting);
      waiting = setTimeout(keep, seconds * 1000);
    };
    const send = async () => {
      const body = new URLSearchParams(new FormData(form));
      changed = false;
      try {
        const answer = await fetch(draft.dataset.keepsDraft, {
          method: "POST", body, credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(10000),
          keepalive: body.toString().length < 60000,
        });
        isLost = false;
        if (answer.ok) {
          lastKept = await answer.text();
          tell("Draft kept at " + lastKept + ". It is not saved yet.");
          tabs.postMessage("stayed");
          return;
        }
        tell(answer.type === "opaqueredirect"
          ? "You are signed out. What you typed since " + lastKept + " is not kept: save, and sign in when you are asked."
          : "What you typed since " + lastKept + " is not kept. Save it now.");
        again(30);
      } catch {
        isLost = true;
        tell("There is no connection. What you typed since " + lastKept + " is not kept: keep this page open.");
        again(5);
      }
      changed = true;
    };
    const keep = async () => {
      clearTimeout(waiting);
      if (sending) {
        again(1);
      } else if (changed) {
        sending = send();
        await sending;
        sending = null;
      }
    };
    form.addEventListener("input", () => {
      changed = true;
      again(1.5);
    });
    // A draft on its way arrives before what is saved after it; without a connection the page stays, with all that is on it.
    form.addEventListener("submit", async (event) => {
      const { submitter } = event;
      if (isLost || sending) {
        event.preventDefault();
        await sending;
        changed ||= isLost;
        await keep();
        if (isLost) {
          return;
        }
        form.requestSubmit(submitter);
      }
      clearTimeout(waiting);
      changed = false;
    });
    addEventListener("online", keep);
    // The last words go out even while the ones before are under way.
    addEventListener("pagehide", () => changed && send());
    addEventListener("beforeunload", (event) => {
      if (changed && isLost) {
        event.preventDefault();
      }
    });
  }

  // A second click on a button that posts does nothing for a few seconds. The server is safe without this.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || event.defaultPrevented) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 5000);
  });

  // While a job goes on, its page follows. Without script the whole page comes again.
  const follows = document.querySelector("[data-follows=yes]");
  if (follows) {
    const told = document.querySelector("[data-told]");
    const look = async () => {
      const answer = await fetch(location.href, { credentials: "same-origin", redirect: "manual" });
      if (!answer.ok) {
        return;
      }
      const now = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = now.querySelector("[data-follows]");
      const goesOn = next.dataset.follows === "yes";
      document.title = now.title;
      told.textContent = now.querySelector("[data-told]").textContent;
      if (!goesOn || !follows.contains(document.activeElement)) {
        follows.replaceChildren(...next.childNodes);
      }
      if (goesOn) {
        setTimeout(look, 2000);
      }
    };
    setTimeout(look, 1000);
  }

  // Two minutes before the session ends, offer more time. Other open tabs of the portal count as work too.
  const warning = document.getElementById("idle-warning");
  if (warning) {
    const minutes = Number(warning.dataset.idleMinutes);
    const words = warning.querySelector("[data-idle-words]");
    const stay = warning.querySelector("[data-idle-stay]");
    const tabs = new BroadcastChannel("school-portal");
    const warningWords = words.textContent;
    const stayWords = stay.textContent;
    let timers = [];

    const end = () => {
      words.textContent = "You have been signed out because nothing happened for " + minutes + " minutes. What you typed is still "
        + "on this page: sign in again in another tab, then come back and save.";
      stay.textContent = "Close";
      stay.dataset.ended = "yes";
      if (!warning.open) {
        warning.showModal();
      }
    };
    const restart = () => {
      timers.forEach(clearTimeout);
      words.textContent = warningWords;
      stay.textContent = stayWords;
      delete stay.dataset.ended;
      if (warning.open) {
        warning.close();
      }
      timers = [setTimeout(() => warning.showModal(), (minutes - 2) * 60000), setTimeout(end, minutes * 60000)];
    };

    stay.addEventListener("click", async () => {
      if (stay.dataset.ended) {
        warning.close();
        return;
      }
      const answer = await fetch("/account/stay", { credentials: "same-origin", redirect: "manual" });
      if (answer.ok) {
        tabs.postMessage("stayed");
        restart();
      } else {
        end();
      }
    });
    tabs.addEventListener("message", restart);
    tabs.postMessage("opened");
    restart();
  }
})();
