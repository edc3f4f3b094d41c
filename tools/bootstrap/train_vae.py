"""python train_vae.py MINUTES: the Wan VAE on the cutout world; stills first, then clips of mixed lengths. Writes run/vae.pt, sheets/vae.png."""
import json, os, random, sys
import numpy as np
from common import *
from PIL import Image
import world
RANK, RANKS = int(os.environ.get('RANK', 0)), int(os.environ.get('RANKS', 1)); torch.set_num_threads(2 if RANKS == 1 else 1); torch.manual_seed(RANK); patch_wan(); minutes = float(sys.argv[1]); os.makedirs('run', exist_ok=True)
v = new_vae(32); rng = random.Random(7 + RANK)
for m in v.modules():
    if isinstance(m, nn.Conv3d): m.weight.data = m.weight.data.contiguous(memory_format=CL)
with torch.no_grad():  # an image codec first: kernels look at the present frame only; time is kept by identity / mean, so that clips start from what the stills taught
    def inflate():
        for n, q in v.named_modules():
            if isinstance(q, wan.WanCausalConv3d) and q.kernel_size[0] == 3:
                if 'time_conv' not in n: q.weight[:, :, :2] = 0; continue
                q.weight.zero_(); q.bias.zero_(); c = q.in_channels; eye = torch.eye(c)
                if q.stride[0] == 2: q.weight[:, :, 1, 0, 0] = .5 * eye; q.weight[:, :, 2, 0, 0] = .5 * eye
                else: q.weight[:c, :, 2, 0, 0] = eye; q.weight[c:, :, 2, 0, 0] = eye
    inflate(); start = 0.
    if len(sys.argv) > 3: print('resumed; test before', flush=True); v.load_state_dict(torch.load(sys.argv[2])); start = float(sys.argv[3]); 'stills' in sys.argv[2] and inflate()  # MINUTES FILE START: go on from FILE as if START minutes had passed
edge = ('encoder.conv_in', 'decoder.conv_out', 'quant_conv')
mats = [p for n, p in v.named_parameters() if p.ndim > 3 and p.numel() > 2000 and not any(e in n for e in edge)]; ids = {id(p) for p in mats}
opt = Muon([dict(params=mats, kind='muon', base=.02), dict(params=[p for p in v.parameters() if id(p) not in ids], base=2e-3)])
print(sum(p.numel() for p in v.parameters()) / 1e6, 'M parameters,', sum(p.numel() for p in v.decoder.parameters()) / 1e6, 'in the decoder', flush=True)

def sample(T, h, w):
    a = world.attributes(rng); n = T if T == 1 or rng.random() < .5 else rng.randrange(1, T)
    f, al = world.clip(rng, [(a, n)] + ([(world.change(rng, a), T - n)] if n < T else []))
    y, x = rng.randrange(0, (96 - h) // 8 + 1), rng.randrange(0, (160 - w) // 8 + 1)
    return f[:, 8 * y:8 * y + h, 8 * x:8 * x + w], al[:, y:y + h // 8, x:x + w // 8]

def test():
    out, rows, g = [], [], random.Random(1001)
    with torch.no_grad(), torch.autocast('cpu', torch.bfloat16):
        for k in range(6):
            a = world.attributes(g); f, _ = world.clip(g, [(a, 17), (world.change(g, a), 16)]); x = to_x(f)[None]; y = decode(v, encode(v, x)[0]).float().clamp(-1, 1)
            out.append([psnr(x, y)] + [psnr(x[:, :, s], y[:, :, s]) for s in (slice(0, 1), slice(1, 9), slice(25, 33))])
            im = ((y[0].permute(1, 2, 3, 0) + 1) * 127.5).byte().numpy(); rows.append(np.concatenate([q[i] for i in (3, 14, 22, 31) for q in (f, im)], 1))
    Image.fromarray(np.concatenate(rows, 0)).save('sheets/vae.png'); return np.mean(out, 0).round(2).tolist()

gossip = Gossip('vae', RANK, RANKS, list(v.parameters())) if RANKS > 1 else None
t0, st, ps, last = time.time() - start * 60, 0, None, start * 60
while (el := time.time() - t0) < minutes * 60:
    fr = el / (minutes * 60)
    for g in opt.param_groups: g['lr'] = g['base'] * min(1, (st + 1) / 60) * min(1, 1.7 * (1 - fr)) + g['base'] * .01
    T, h, w, B = (1, 96, 160, 5) if fr < .3 else rng.choice([(1, 96, 160, 3), (5, 96, 160, 1), (9, 96, 80, 1), (17, 64, 80, 1), (33, 48, 64, 1), (9, 64, 80, 1)])
    s = [sample(T, h, w) for _ in range(B)]; x = to_x(np.stack([q[0] for q in s])); k = 1 + 2 * F.interpolate(torch.from_numpy(np.stack([q[1] for q in s])), scale_factor=8)[:, None]
    with torch.autocast('cpu', torch.bfloat16): m, l = encode(v, x)
    m, l = m.float(), l.float().clamp(-12, 2)
    z = m + torch.randn_like(m) * (.5 * l).exp() + torch.randn_like(m) * m.detach().std((0, 2, 3, 4), keepdim=True) * .1 * torch.rand(B, 1, 1, 1, 1)
    half = rng.random() < .2  # scale equivariance: half the latent decodes to half the picture
    if half: z, x, k = (F.avg_pool3d(q.float(), (1, 2, 2)) for q in (z, x, k.expand_as(x)[:, :1]))
    with torch.autocast('cpu', torch.bfloat16): y = decode(v, z)
    d = y.float() - x; dx = ((d[..., 1:] - d[..., :-1]).abs() * k[..., 1:]).mean() + ((d[..., 1:, :] - d[..., :-1, :]).abs() * k[..., 1:, :]).mean()
    loss = (d.abs() * k).mean() + 2 * (d * d * k).mean() + .4 * dx; kl = .5 * (m * m + l.exp() - 1 - l).mean()
    opt.zero_grad(); ((.5 if half else 1) * loss + 1e-4 * kl).backward(); nn.utils.clip_grad_norm_(v.parameters(), 1.); opt.step(); st += 1
    if gossip and st % 10 == 0: gossip.mix()
    if not half: p = psnr(y.float(), x); ps = p if ps is None else .98 * ps + .02 * p
    if st % 100 == 0 or st in (1, 20): print(st, f'{el:.0f}s T {T} loss {loss.item():.4f} kl {kl.item():.3f} psnr {ps:.2f} zstd {m.std().item():.2f} sigma {(.5 * l).exp().mean().item():.3f}', flush=True)
    if el - last > 240 and RANK == 0: last = el; torch.save(v.state_dict(), 'run/vae.pt'); print('test (all, frame 0, 1-8, 25-32)', test(), flush=True)
if gossip: gossip.mix()
if RANK == 0: torch.save(v.state_dict(), 'run/vae.pt'); print(st, 'steps; test', test())
