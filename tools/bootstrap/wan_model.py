"""The diffusers Wan transformer + UMT5 text encoder of the starter, with a fast forward for training: time modulation per latent frame,
512-row text padding folded into one row (bias log(512 - n): exactly equal), fused qkv."""
import math, torch, torch.nn as nn, torch.nn.functional as F
from diffusers import WanTransformer3DModel
from transformers import UMT5Config, UMT5EncoderModel
D, HEADS, LAYERS, FFN, TD, VOCAB = 256, 4, 6, 768, 192, 1000
def new_transformer(): return WanTransformer3DModel(patch_size=(1, 2, 2), num_attention_heads=HEADS, attention_head_dim=64, in_channels=16, out_channels=16, text_dim=TD, freq_dim=256, ffn_dim=FFN,
                                                    num_layers=LAYERS, cross_attn_norm=True, qk_norm='rms_norm_across_heads', eps=1e-6, image_dim=None, rope_max_seq_len=1024)
def new_text(): return UMT5EncoderModel(UMT5Config(vocab_size=VOCAB, d_model=TD, d_kv=32, num_heads=4, d_ff=384, num_layers=2, num_decoder_layers=2, relative_attention_num_buckets=32, relative_attention_max_distance=128,
                                                   dropout_rate=0., feed_forward_proj='gated-gelu', is_encoder_decoder=False, use_cache=False, pad_token_id=0, eos_token_id=1, decoder_start_token_id=0, tie_word_embeddings=True))

def text_rows(enc, ids):
    """ids [B,L], 0 = pad -> rows [B,L+1,TD] (pads and the last row are zero), bias [B,1,1,L+1]"""
    m = (ids > 0); h = enc(input_ids=ids, attention_mask=m.long()).last_hidden_state * m[..., None]; n = m.sum(1, keepdim=True)
    bias = torch.where(m, 0., -1e9); bias = torch.cat([bias, torch.log(512. - n)], 1)
    return F.pad(h, (0, 0, 0, 1)), bias[:, None, None]

def lin(x, m): return F.linear(x, m.weight.to(x.dtype), m.bias.to(x.dtype))
def rms(x, w): return (x.float() * torch.rsqrt(x.float().square().mean(-1, keepdim=True) + 1e-6) * w).to(x.dtype)
def heads(x): return x.unflatten(-1, (HEADS, 64)).transpose(1, 2)
def rope(x, cos, sin):
    a, b = x.unflatten(-1, (-1, 2)).unbind(-1); return torch.stack((a * cos - b * sin, a * sin + b * cos), -1).flatten(-2)
def weights(b):
    """The block's tensors as a flat tuple, so that one compiled function serves all blocks."""
    a, c, l = b.attn1, b.attn2, lambda m: (m.weight, m.bias)
    return (b.scale_shift_table, *l(a.to_q), *l(a.to_k), *l(a.to_v), a.norm_q.weight, a.norm_k.weight, *l(a.to_out[0]), *l(b.norm2), *l(c.to_q), *l(c.to_k), *l(c.to_v), c.norm_q.weight, c.norm_k.weight, *l(c.to_out[0]), *l(b.ffn.net[0].proj), *l(b.ffn.net[2]))
def block(P, x, c, bias, e, cos, sin, dt):
    """x [B,F,S,D] float; c [B,L,D]; e [B,F,6,D]"""
    tab, wq, bq, wk, bk, wv, bv, nq, nk, wo, bo, n2w, n2b, xq, xqb, xk, xkb, xv, xvb, xnq, xnk, xo, xob, f1, f1b, f2, f2b = P
    B, Fr, S, _ = x.shape; m = (tab + e).unsqueeze(3); sh, sc, g, sh2, sc2, g2 = (m[:, :, i] for i in range(6)); li = lambda x, w, b: F.linear(x, w.to(dt), b.to(dt))
    h = (F.layer_norm(x, (D,)) * (1 + sc) + sh).to(dt).view(B, Fr * S, D)
    q, k, v = F.linear(h, torch.cat([wq, wk, wv]).to(dt), torch.cat([bq, bk, bv]).to(dt)).chunk(3, -1)
    q, k, v = rope(heads(rms(q, nq)), cos, sin), rope(heads(rms(k, nk)), cos, sin), heads(v)
    o = torch.softmax((q @ k.mT).float() * .125, -1).to(dt) @ v
    x = x + g * li(o.transpose(1, 2).reshape(B, Fr * S, D), wo, bo).view(B, Fr, S, D)
    h = F.layer_norm(x, (D,), n2w, n2b, 1e-6).to(dt).view(B, Fr * S, D)
    q, k, v = heads(rms(li(h, xq, xqb), xnq)), heads(rms(li(c, xk, xkb), xnk)), heads(li(c, xv, xvb))
    p = torch.softmax((q @ k.mT).float() * .125 + bias, -1).to(dt)
    x = x + li((p @ v).transpose(1, 2).reshape(B, Fr * S, D), xo, xob).view(B, Fr, S, D)
    h = (F.layer_norm(x, (D,)) * (1 + sc2) + sh2).to(dt)
    return x + g2 * li(F.gelu(li(h, f1, f1b), approximate='tanh'), f2, f2b)

_rope = {}
def rope_table(m, Fr, h, w):
    if (Fr, h, w) not in _rope:
        c, s = m.rope(torch.zeros(1, 16, Fr, 2 * h, 2 * w)); _rope[Fr, h, w] = (c[0, :, 0, 0::2].float()[None, None].clone(), s[0, :, 0, 1::2].float()[None, None].clone())
    return _rope[Fr, h, w]
BLOCK = block
def dit(m, z, t, rows, bias, dt=torch.bfloat16):
    """z [B,16,F,h,w], t [B,F] in 0..1 -> velocity, float"""
    B, C, Fr, h, w = z.shape; cos, sin = rope_table(m, Fr, h // 2, w // 2); ce = m.condition_embedder
    x = z.view(B, C, Fr, h // 2, 2, w // 2, 2).permute(0, 2, 3, 5, 1, 4, 6).reshape(B, Fr, h * w // 4, C * 4)
    x = F.linear(x.to(dt), m.patch_embedding.weight.flatten(1).to(dt), m.patch_embedding.bias.to(dt)).float()
    f = torch.exp(-math.log(10000) * torch.arange(128) / 128); a = t[..., None] * 1000 * f
    e = ce.time_embedder.linear_2(F.silu(ce.time_embedder.linear_1(torch.cat((a.cos(), a.sin()), -1)))); e6 = ce.time_proj(F.silu(e)).view(B, Fr, 6, D)
    c = lin(F.gelu(lin(rows.to(dt), ce.text_embedder.linear_1), approximate='tanh'), ce.text_embedder.linear_2)
    for b in m.blocks: x = BLOCK(weights(b), x, c, bias, e6, cos.to(dt), sin.to(dt), dt)
    sh, sc = (m.scale_shift_table[None, :] + e.unsqueeze(2)).unsqueeze(3).unbind(2)
    x = lin((F.layer_norm(x, (D,)) * (1 + sc) + sh).to(dt), m.proj_out).float()
    return x.view(B, Fr, h // 2, w // 2, 2, 2, C).permute(0, 6, 1, 2, 4, 3, 5).reshape(B, C, Fr, h, w)

@torch.no_grad()
def sample(m, enc, ids, seed, frames=6, steps=24, cfg=4., shift=3., ctx=None, size=(12, 20)):
    """ids [B,L]; ctx [B,16,k,h,w] clean prefix -> latents [B,16,F,h,w]"""
    B = ids.shape[0]; z = torch.randn(B, 16, frames, *size, generator=torch.Generator().manual_seed(seed)); k = 0
    if ctx is not None: k = ctx.shape[2]; z[:, :, :k] = ctx
    null = torch.zeros_like(ids); null[:, 0] = 1; r, b = text_rows(enc, torch.cat([ids, null]))
    s = torch.linspace(1, 0, steps + 1); s = shift * s / (1 + (shift - 1) * s)
    for i in range(steps):
        t = torch.full((B, frames), float(s[i])); t[:, :k] = 0
        c, u = dit(m, torch.cat([z, z]), torch.cat([t, t]), r, b).chunk(2); v = u + cfg * (c - u); v[:, :, :k] = 0; z = z + (s[i + 1] - s[i]) * v
    return z

if __name__ == '__main__':
    torch.manual_seed(0); m, e = new_transformer().eval(), new_text().eval(); n = lambda q: sum(p.numel() for p in q.parameters()) / 1e6
    for p in m.parameters(): p.data += .03 * torch.randn_like(p)
    print(n(m), n(e)); z = torch.randn(2, 16, 3, 12, 20); t = torch.rand(2, 3); ids = torch.zeros(2, 12, dtype=torch.long); ids[0, :7] = torch.arange(3, 10); ids[1, :11] = torch.arange(5, 16)
    with torch.no_grad():
        full = torch.zeros(2, 512, dtype=torch.long); full[:, :12] = ids; k = ids.gt(0).sum(1); h = e(input_ids=full, attention_mask=(full > 0).long()).last_hidden_state
        for i in range(2): h[i, k[i]:] = 0
        ref = m(z, (t * 1000).repeat_interleave(60, 1), h, return_dict=False)[0]
        r, b = text_rows(e, ids); got = dit(m, z, t, r, b, torch.float32); print('max difference', (ref - got).abs().max().item(), 'of', ref.abs().mean().item())
