"""The diffusers Wan VAE as one whole-clip forward (same parameters), and the optimizer (Muon + AdamW)."""
import math, time, torch, torch.nn as nn, torch.nn.functional as F
import diffusers.models.autoencoders.autoencoder_kl_wan as wan
from diffusers import AutoencoderKLWan
CL = torch.channels_last_3d

def conv_forward(self, x, cache_x=None):
    kt, st = self.kernel_size[0], self.stride[0]; p = self._padding
    if cache_x is None and x.shape[2] == 1 and kt == 3 and st == 1:  # one frame after zeros: only the last slice of the kernel counts
        return F.conv2d(x[:, :, 0].contiguous(memory_format=torch.channels_last), self.weight[:, :, -1].contiguous(memory_format=torch.channels_last), self.bias, padding=(p[2], p[0])).unsqueeze(2)
    if cache_x is not None and p[4] > 0: x = torch.cat([cache_x, x], 2); return nn.Conv3d.forward(self, F.pad(x, (*p[:4], p[4] - cache_x.shape[2], 0)))
    if p[4]: x = F.pad(x, (0, 0, 0, 0, p[4], 0))
    return F.conv3d(x.contiguous(memory_format=CL), self.weight, self.bias, self.stride, (0, p[2], p[0]))

def norm_forward(self, x):
    r = torch.rsqrt(x.float().square().mean(1, keepdim=True) + 1e-10)
    return x * (r * 1.0).to(x.dtype) * self.gamma.to(x.dtype)

def resample_whole(self, x):
    """Time sampling of a whole clip: latent 0 is one frame; the others have their own (zero) history."""
    b, c, t, h, w = x.shape
    if self.mode == 'upsample3d' and t > 1:
        y = self.time_conv(x[:, :, 1:]); y = torch.stack((y[:, :c], y[:, c:]), 3).reshape(b, c, 2 * (t - 1), h, w); x = torch.cat([x[:, :, :1], y], 2)
    t = x.shape[2]; x = self.resample(x.permute(0, 2, 1, 3, 4).reshape(b * t, c, h, w).contiguous(memory_format=torch.channels_last))
    x = x.view(b, t, *x.shape[1:]).permute(0, 2, 1, 3, 4)
    if self.mode == 'downsample3d' and t > 1: x = torch.cat([x[:, :, :1], self.time_conv(x)], 2)
    return x.contiguous(memory_format=CL)

_resample = wan.WanResample.forward
def patch_wan():
    wan.WanCausalConv3d.forward, wan.WanRMS_norm.forward = conv_forward, norm_forward
    wan.WanUpsample.forward = lambda self, x: F.interpolate(x, scale_factor=2, mode='nearest')
    wan.WanResample.forward = lambda self, x, feat_cache=None, feat_idx=[0]: resample_whole(self, x) if feat_cache is None else _resample(self, x, feat_cache, feat_idx)

def new_vae(base=32, mean=None, std=None):
    return AutoencoderKLWan(base_dim=base, z_dim=16, dim_mult=[1, 2, 4], num_res_blocks=1, temperal_downsample=[True, True], in_channels=12, out_channels=12, patch_size=2,
                            scale_factor_spatial=8, scale_factor_temporal=4, latents_mean=mean or [0.] * 16, latents_std=std or [1.] * 16)
def encode(v, x):  # [B,3,T,H,W] in -1..1 -> mean, logvar
    m, l = v.quant_conv(v.encoder(wan.patchify(x, 2).contiguous(memory_format=CL))).chunk(2, 1); return m, l
def decode(v, z): return wan.unpatchify(v.decoder(v.post_quant_conv(z), first_chunk=True), 2)
def to_x(frames): return (torch.from_numpy(frames).float() / 127.5 - 1).movedim(-1, -4)  # [...,T,H,W,3] -> [...,3,T,H,W]

def newton_schulz(g, steps=5):
    x = g.bfloat16(); x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7); tr = x.shape[-2] > x.shape[-1]
    if tr: x = x.mT
    for _ in range(steps):
        a = x @ x.mT; x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
    return (x.mT if tr else x).float()

class Muon(torch.optim.Optimizer):
    """Groups with kind='muon' (matrices, stacked by shape) or kind='adam'."""
    def __init__(self, groups): super().__init__(groups, dict(lr=1e-3, scale=1., momentum=.95, betas=(.9, .98), wd=0., kind='adam'))
    @torch.no_grad()
    def step(self, closure=None):
        for g in self.param_groups:
            lr = g['lr']; ps = [p for p in g['params'] if p.grad is not None]
            if not ps: continue
            if g['kind'] == 'adam':
                for p in ps:
                    s = self.state[p]
                    if not s: s['m'], s['v'], s['t'] = torch.zeros_like(p), torch.zeros_like(p), 0
                    s['t'] += 1; b1, b2 = g['betas']; s['m'].lerp_(p.grad, 1 - b1); s['v'].lerp_(p.grad.square(), 1 - b2)
                    if g['wd']: p.mul_(1 - lr * g['wd'])
                    p.addcdiv_(s['m'] / (1 - b1 ** s['t']), (s['v'] / (1 - b2 ** s['t'])).sqrt() + 1e-8, value=-lr)
                continue
            shapes = {}
            for p in ps:
                s = self.state[p]
                if not s: s['m'] = torch.zeros_like(p)
                s['m'].lerp_(p.grad, 1 - g['momentum']); shapes.setdefault((p.shape[0], p.numel() // p.shape[0]), []).append((p, p.grad.lerp(s['m'], g['momentum'])))
            for (r, c), l in shapes.items():
                u = newton_schulz(torch.stack([x[1].reshape(r, c) for x in l])) * max(1, r / c) ** .5
                for (p, _), ui in zip(l, u):
                    if g['wd']: p.mul_(1 - lr * g['wd'])
                    p.add_(ui.view(p.shape), alpha=-lr)

def psnr(a, b): return -10 * math.log10(((a - b) / 2).square().mean().item() + 1e-12)

class Gossip:
    """Two single-thread processes train the same weights and average them every few steps, without waiting for each other
    (on shared cores two threads in one process wait at every barrier: measured 4 times slower than one thread)."""
    def __init__(self, name, rank, n, tensors):
        self.rank, self.n, self.ts = rank, n, tensors; self.size = sum(t.numel() for t in tensors)
        self.buf = torch.from_file(f'/dev/shm/{name}', shared=True, size=n * self.size).view(n, self.size); self.at = torch.from_file(f'/dev/shm/{name}.t', shared=True, size=n, dtype=torch.float64)
        self.at[rank] = 0
    @torch.no_grad()
    def mix(self):
        flat = torch.cat([t.reshape(-1) for t in self.ts]); self.buf[self.rank] = flat; self.at[self.rank] = time.time()
        l = [flat] + [self.buf[i].clone() for i in range(self.n) if i != self.rank and time.time() - self.at[i] < 60]
        if len(l) > 1:
            flat = sum(l) / len(l); o = 0
            for t in self.ts: t.copy_(flat[o:o + t.numel()].view(t.shape)); o += t.numel()
        return len(l)
