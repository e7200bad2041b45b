# expect: accepted
def mha_cost(seq, dim, num_heads):
    head_dim = dim // num_heads
    if head_dim * num_heads != dim:
        raise ValueError(f"{dim} % {num_heads} != 0")
    qkv, out = dim * 3 * dim, dim * dim
    scores = num_heads * seq * seq
    return qkv + out, seq * (qkv + out) + scores * head_dim + scores * head_dim, scores
