// Voice: speaking into the answer box, and hearing the interviewer. What is recorded lands in the box for correction and
// is never sent from here. Whether the interviewer is heard is this browser's choice; the words always stand there too.
(() => {
  const ALOUD = "mianjing-aloud";
  const opened = new URLSearchParams(location.search).get("interview");
  const player = document.createElement("audio");
  player.controls = true;
  player.hidden = true;
  let told = {};  // Texts and the interview's id; the bar is gone when the interviewer says goodbye.
  let recorder = null, starting = false, working = false, began = 0;
  let shown_turn = null, heard = null, asking = null;

  const bar = () => document.getElementById("voice-bar");
  const tell = (line) => { const place = bar()?.querySelector("[role=status]"); if (place) place.textContent = line; };
  const isOn = () => localStorage.getItem(ALOUD) === "on";
  const post = (path, type, body, signal) =>
    fetch(`/voice/${encodeURIComponent(told.interview)}/${path}`, {method: "POST", headers: {"Content-Type": type}, body, signal});

  async function record() {
    if (!navigator.mediaDevices?.getUserMedia || !window.MediaRecorder) return tell(told.cannot);
    if (starting) return;
    starting = true;
    let microphone;
    try {
      microphone = await navigator.mediaDevices.getUserMedia({audio: true});
    } catch {
      return tell(told.denied);
    } finally {
      starting = false;
    }
    player.pause();
    const pieces = [];
    recorder = new MediaRecorder(microphone, {audioBitsPerSecond: 32000});
    recorder.ondataavailable = (event) => pieces.push(event.data);
    recorder.onstop = () => {
      microphone.getTracks().forEach((track) => track.stop());
      const type = recorder.mimeType;
      recorder = null;
      if (document.getElementById("mic")) write(new Blob(pieces, {type}));
    };
    began = Date.now();
    recorder.start();
    tell("");
  }

  async function write(recording) {
    working = true;
    try {
      const reply = await post("listen", recording.type || "audio/webm", recording);
      const found = await reply.json();
      if (!reply.ok) return tell(found.told);
      if (!found.text) return tell(told.nothing);
      const box = document.querySelector("#box textarea");
      if (!box) return;
      box.value = [box.value.trimEnd(), found.text].filter(Boolean).join("\n");
      box.dispatchEvent(new Event("input", {bubbles: true}));
      box.focus();
      tell(told.check);
    } catch {
      tell(told.lost);
    } finally {
      working = false;
    }
  }

  async function read(turn) {
    asking?.abort();
    const mine = asking = new AbortController();
    player.pause();
    tell(told.reading);
    try {
      const reply = await post(turn, "text/x-turn", "", mine.signal);
      if (!reply.ok) return tell((await reply.json()).told);
      URL.revokeObjectURL(player.src);
      player.src = URL.createObjectURL(await reply.blob());
      player.hidden = false;
      tell("");
      await player.play();
    } catch (error) {
      if (mine.signal.aborted || error.name === "AbortError") return;
      tell(error.name === "NotAllowedError" ? told.press : told.lost);
    }
  }

  // A turn is read once; those that stood there when the page was opened are not.
  function follow() {
    const last = [...document.querySelectorAll("#conversation .turn")].at(-1);
    if (!last) return;
    const said = document.querySelectorAll("#conversation .turn.interviewer[data-turn]");
    const turn = Number([...said].at(-1)?.dataset.turn ?? -1);
    if (turn !== shown_turn) tell("");
    shown_turn = turn;
    if (heard?.interview !== told.interview) {
      heard = {interview: told.interview, turn: told.interview === opened ? turn : -1};
    }
    if (!last.matches(".interviewer[data-turn]")) return player.pause();
    if (turn <= heard.turn || recorder) return;
    heard.turn = turn;
    if (told.aloud && isOn()) read(turn);
  }

  function end() {
    if (recorder?.state === "recording") recorder.stop();
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest?.("#mic")) recorder ? end() : record();
  });
  document.addEventListener("change", (event) => {
    if (event.target.id !== "aloud") return;
    localStorage.setItem(ALOUD, event.target.checked ? "on" : "off");
    if (event.target.checked && heard?.turn >= 0) return read(heard.turn);
    asking?.abort();
    player.pause();
    tell("");
  });

  setInterval(() => {
    const shown = bar();
    if (shown) told = {...shown.dataset};
    if (!told.interview) return;
    const mic = document.getElementById("mic"), aloud = document.getElementById("aloud");
    const seconds = Math.floor((Date.now() - began) / 1000);
    if (!mic || seconds >= Number(told.seconds)) end();
    if (mic) {
      const clock = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      const label = recorder ? `${told.stop} ${clock}` : working ? told.working : told.record;
      if (mic.textContent !== label) mic.textContent = label;
      mic.disabled = working;
      mic.classList.toggle("recording", recorder !== null);
    }
    if (aloud) {
      aloud.checked = isOn();
      if (!player.isConnected) aloud.closest("label").after(player);
    }
    follow();
  }, 200);
})();
