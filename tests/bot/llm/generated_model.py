"""A model file made on the spot: a llama of one layer whose attention and feed-forward weights are zero.

What remains is a table of bigrams: embeddings are one-hot, the output matrix holds the logits of the next byte. It says
"Fine." and stops; inside a grammar it takes the shortest way to a value that the grammar allows. So the whole path over
a real inference server runs, with words that mean nothing.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np

SAYS = "Fine."
_WIDTH, _HEAD = 288, 32
_PREFERRED = {"}": 5.0, "]": 4.8, '"': 4.5, ",": 4.3, ":": 4.0, "n": 3.0, "0": 2.5, "[": 2.2, "{": 2.1}
"""What follows where nothing else does; the end of the text comes before all."""
_END = 256
_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:\n"


def write_model(file: Path) -> None:
    """Writes some 0.9 MB."""
    from gguf import GGUFWriter, TokenType

    tokens = [*_bytes_as_letters(), "<|end|>"]
    writer = GGUFWriter(file, "llama")
    writer.add_name("bigrams")
    writer.add_context_length(65_536)
    writer.add_embedding_length(_WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_HEAD)
    writer.add_head_count(1)
    writer.add_head_count_kv(1)
    writer.add_key_length(_HEAD)
    writer.add_value_length(_HEAD)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_rope_dimension_count(_HEAD)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokens)
    writer.add_token_types([TokenType.NORMAL] * 256 + [TokenType.CONTROL])
    # A list without entries would not be written; this one never applies.
    writer.add_token_merges(["Ā Ā"])
    writer.add_eos_token_id(_END)
    writer.add_bos_token_id(_END)
    writer.add_add_bos_token(False)
    writer.add_chat_template(_TEMPLATE)
    for name, values in _tensors(len(tokens)).items():
        writer.add_tensor(f"{name}.weight", values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _tensors(size: int) -> dict[str, np.ndarray]:
    embedding = np.zeros((size, _WIDTH), np.float32)
    embedding[np.arange(size), np.arange(size)] = 1
    output = np.zeros((size, _WIDTH), np.float32)
    # RMSNorm makes a one-hot vector sqrt(width) long.
    output[:, :size] = _logits(size) / np.sqrt(_WIDTH)
    layer = {
        "attn_q": (_HEAD, _WIDTH), "attn_k": (_HEAD, _WIDTH), "attn_v": (_HEAD, _WIDTH), "attn_output": (_WIDTH, _HEAD),
        "ffn_gate": (_HEAD, _WIDTH), "ffn_up": (_HEAD, _WIDTH), "ffn_down": (_WIDTH, _HEAD),
    }  # fmt: skip
    return {
        "token_embd": embedding,
        "output": output,
        **{name: np.ones(_WIDTH, np.float32) for name in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm")},
        **{f"blk.0.{name}": np.zeros(shape, np.float32) for name, shape in layer.items()},
    }


def _logits(size: int) -> np.ndarray:
    """(next, current)."""
    preferred = np.zeros(size, np.float32)
    preferred[_END] = 6.0
    for letter, logit in _PREFERRED.items():
        preferred[ord(letter)] = logit
    logits = np.repeat(preferred[:, None], size, axis=1)
    for current, following in pairwise(SAYS):
        logits[ord(following), ord(current)] += 20
    logits[_END, ord(SAYS[-1])] += 20
    logits[ord('"'), ord(SAYS[-1])] += 15
    for before in '":\n':
        logits[ord(SAYS[0]), ord(before)] += 20
    return logits


def _bytes_as_letters() -> list[str]:
    """The 256 bytes as byte-level BPE writes them (Radford et al. 2019): printable ones as themselves, the others
    moved beyond 255.
    """
    printable = {*range(33, 127), *range(161, 173), *range(174, 256)}
    moved = iter(range(256, 512))
    return [chr(byte if byte in printable else next(moved)) for byte in range(256)]
