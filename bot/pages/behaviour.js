// A second click of a double click does nothing, whatever the first one has changed meanwhile.
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button.once, .once button");
  if (!button) return;
  if (event.detail > 1 || Date.now() - Number(button.dataset.clicked || 0) < 600) {
    event.stopImmediatePropagation();
    event.preventDefault();
  } else {
    button.dataset.clicked = Date.now();
  }
}, true);

// The other language shows the same interview or question.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.switch");
  if (link) link.href = link.pathname + location.search;
}, true);

// Back to the list of problems as it was left, filters and all.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a.back");
  if (link && document.referrer.split("?")[0] === link.href) link.href = document.referrer;
}, true);

// The newest words of the conversation are in sight.
new MutationObserver((changes) => {
  const talk = document.getElementById("conversation");
  if (talk && changes.some((change) => talk.contains(change.target))) talk.scrollTop = talk.scrollHeight;
}).observe(document, {childList: true, subtree: true});

// The clock of a written test. The server says how much is left, so that a wrong clock here does no harm; when nothing is,
// it is asked every few seconds to collect the paper, which it does once no submission can be under way.
let asked_to_collect = 0;
setInterval(() => {
  const clock = document.querySelector(".countdown");
  if (!clock) return;
  clock.dataset.ends ||= Date.now() + 1000 * Number(clock.dataset.left);
  const left = Math.max(0, Math.round((clock.dataset.ends - Date.now()) / 1000));
  clock.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
  clock.classList.toggle("soon", left <= 300);
  if (left === 0 && Date.now() - asked_to_collect > 5000) {
    asked_to_collect = Date.now();
    document.querySelector("#time-is-up")?.click();
  }
}, 500);
