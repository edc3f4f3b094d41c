import torch, common
from common import *
torch.manual_seed(0); v = new_vae().eval(); x = torch.rand(1, 3, 13, 96, 160) * 2 - 1
for p in v.parameters():
    if p.ndim > 1: p.data.mul_(1.5)
with torch.no_grad():
    e0 = v.encode(x).latent_dist; d0 = v.decode(e0.mode()).sample; s0 = v.decode(v.encode(x[:, :, :1]).latent_dist.mode()).sample
    patch_wan(); m, l = encode(v, x); d = decode(v, m).clamp(-1, 1); ms, _ = encode(v, x[:, :, :1]); s = decode(v, ms).clamp(-1, 1)
    print('encode', (m - e0.mode()).abs().max().item(), e0.mode().abs().mean().item(), 'decode', (d - d0).abs().max().item(), d0.abs().mean().item(), 'still', (s - s0).abs().max().item())
