"""python train_dit.py TOTAL_MINUTES STILLS_MINUTES: transformer + text encoder, flow matching on encoded clips; resumes from run/dit.pt.
Stills first (one latent), then windows of 3 and 6 latents cut anywhere in a 12-latent clip, with clean prefixes and clean first / last frames."""
import copy, json, os, random, sys, time
import numpy as np, torch, torch.nn.functional as F, sentencepiece
from PIL import Image
import common, wan_model as W, world
from common import Muon
RANK, RANKS = int(os.environ.get('RANK', 0)), int(os.environ.get('RANKS', 1)); torch.set_num_threads(2 if RANKS == 1 else 1); common.patch_wan(); total, stills_min = float(sys.argv[1]), float(sys.argv[2]); NOCOMPILE = os.environ.get('EAGER')
torch._dynamo.config.recompile_limit = 64; fast = W.block if NOCOMPILE else torch.compile(W.block, dynamic=False)
V = common.new_vae(32); V.load_state_dict(torch.load('run/vae.pt')); V.eval().requires_grad_(False)
for m in V.modules():
    if isinstance(m, torch.nn.Conv3d): m.weight.data = m.weight.data.contiguous(memory_format=common.CL)
sp = sentencepiece.SentencePieceProcessor('run/tokenizer/spiece.model'); log = open('run_dit.log' if RANK == 0 else f'run_dit_{RANK}.log', 'a')
def say(*a): print(*a, flush=True); print(*a, file=log, flush=True)
def ids_of(texts):
    l = [sp.encode(t) + [1] for t in texts]; out = torch.zeros(len(l), 32, dtype=torch.long)
    for i, a in enumerate(l): out[i, :len(a)] = torch.tensor(a[:32])
    return out
@torch.no_grad()
def encode(frames):
    with torch.autocast('cpu', torch.bfloat16): return common.encode(V, common.to_x(frames))[0].float()
@torch.no_grad()
def pictures(z):  # normalised latents -> uint8 [B,T,96,160,3]
    with torch.autocast('cpu', torch.bfloat16): y = common.decode(V, z * SD + MU).float().clamp(-1, 1)
    return ((y.permute(0, 2, 3, 4, 1) + 1) * 127.5).byte().numpy()

# ---- the pools of encoded stills and clips: encoded once, used many times, grown while training
class Pool:
    def __init__(self, n, frames): self.z, self.k, self.a, self.n, self.max = torch.empty(n, 16, frames, 12, 20, dtype=torch.bfloat16), torch.empty(n, frames, 12, 20, dtype=torch.bfloat16), [], 0, n
    def add(self, z, k, a):
        for i in range(len(a)):
            j = self.n % self.max; self.z[j], self.k[j] = z[i], k[i]; self.n += 1
            if j < len(self.a): self.a[j] = a[i]
            else: self.a.append(a[i])
    def __len__(self): return len(self.a)
rng = random.Random(11 + RANK); stills, clips = Pool(16000, 1), Pool(2000, 12)
def add_stills(n):
    A = [world.attributes(rng) for _ in range(n)]; r = [world.clip(rng, [(a, 1)]) for a in A]
    stills.add((encode(np.stack([x[0] for x in r])) - MU) / SD, torch.from_numpy(np.stack([x[1] for x in r])), A)
def make_clip(rng):
    a = world.attributes(rng); b = world.change(rng, a); f, al = world.clip(rng, [(a, 21), (b, 24)]); return encode(f[None])[0], torch.from_numpy(world.latent_mask(al)), (a, b)
def add_clip():
    z, k, a = make_clip(rng); clips.add((z[None] - MU[0]) / SD[0], k[None], [a])

ck = torch.load('run/dit.pt', weights_only=False) if os.path.exists('run/dit.pt') else None
if ck is None:
    torch.manual_seed(0); g = random.Random(77); s = [make_clip(g)[0] for _ in range(24)]; q = torch.stack(s); MU, SD = q.mean((0, 2, 3, 4)).view(1, 16, 1, 1, 1), q.std((0, 2, 3, 4)).view(1, 16, 1, 1, 1)
else: MU, SD = ck['mu'], ck['sd']
net = torch.nn.ModuleDict(dict(t=W.new_transformer(), e=W.new_text())); m, e = net['t'], net['e']
if ck is None:
    torch.nn.init.zeros_(m.proj_out.weight); torch.nn.init.zeros_(m.proj_out.bias)
mats = [p for n, p in net.named_parameters() if p.ndim == 2 and ('.blocks.' in n or '.block.' in n) and 'scale_shift' not in n and 'relative' not in n]; big = {id(p) for p in mats}
opt = Muon([dict(params=mats, kind='muon', base=.02, wd=.02), dict(params=[p for p in net.parameters() if id(p) not in big], base=1.5e-3)])
ema, st, done, seen, run = {k: v.clone() for k, v in net.state_dict().items()}, 0, 0., [0, 0], None
if ck is not None:
    net.load_state_dict(ck['net']); opt.load_state_dict(ck['opt']); ema, st, done, seen, run = ck['ema'], ck['st'], ck['done'], ck['seen'], ck['run']; rng.setstate(ck['rng']); torch.set_rng_state(ck['trng'])
    if RANK: rng.seed(1000 * RANK + st); torch.manual_seed(1000 * RANK + st)
    if os.path.exists(f'run/pools_{RANK}.pt'): stills, clips = torch.load(f'run/pools_{RANK}.pt', weights_only=False)
def save(pools=False):
    if pools: torch.save((stills, clips), f'run/pools_{RANK}.tmp'); os.replace(f'run/pools_{RANK}.tmp', f'run/pools_{RANK}.pt')
    if RANK: return
    torch.save(dict(net=net.state_dict(), ema=ema, opt=opt.state_dict(), st=st, done=done, seen=seen, run=run, rng=rng.getstate(), trng=torch.get_rng_state(), mu=MU, sd=SD), 'run/dit.tmp'); os.replace('run/dit.tmp', 'run/dit.pt')

# ---- batches
def still_batch(B):
    i = [rng.randrange(len(stills)) for _ in range(B)]; return stills.z[i].float(), stills.k[i].float(), [world.caption(rng, stills.a[j]) for j in i], torch.zeros(B, 1, dtype=torch.bool)
def clip_batch(B, Fr):
    z, k, c, known = [], [], [], torch.zeros(B, Fr, dtype=torch.bool)
    for b in range(B):
        i = rng.randrange(len(clips)); a0, a1 = clips.a[i]
        r = rng.random(); j = 6
        if r < .5: o, p = 0, 0  # the whole window from text (some with clean first / last latents)
        elif r < .62: o, p = 0, rng.choice((1, 1, 2))  # going on with the first part
        else: j = 6 if rng.random() < .7 else rng.choice((7, 8)); p = rng.choice((1, 2, 2, 3) if Fr > 3 else (1, 1, 2)); o = min(j - p, 12 - Fr)  # the second part, from the change (latent 6) or from later
        known[b, :p] = True
        if r < .05: known[b, 0] = known[b, -1] = True
        elif r < .08: known[b, -1] = True
        z.append(clips.z[i, :, o:o + Fr]); k.append(clips.k[i, o:o + Fr]); c.append(world.caption(rng, a1 if r >= .62 else a0))
    return torch.stack(z).float(), torch.stack(k).float(), c, known
def noised(z, known, u=None):
    B = z.shape[0]
    if u is None: u = torch.where(torch.rand(B) < .15, torch.rand(B), torch.sigmoid(torch.randn(B))); u = 3 * u / (1 + 2 * u)
    t = torch.where(known, 0., u[:, None]); aug = torch.where(known, torch.rand(B, 1) * .1 * (torch.rand(B, 1) < .5), t)  # some undeclared noise on what is known: generated context is not perfect
    n = torch.randn_like(z); x = aug[:, None, :, None, None]; return (1 - x) * z + x * n, n - z, t
def loss_of(z, k, c, known, u=None):
    zt, v, t = noised(z, known, u); r, b = W.text_rows(e, ids_of(c)); p = W.dit(m, zt, t, r, b); w = ((~known)[:, None, :, None, None] * (1 + 3 * k[:, None]))
    return ((p - v).square() * w).sum() / (w.sum() * 16)

# ---- looking at it
NV, LOOK = 32, float(os.environ.get('LOOK', 14))  # held-out clips; minutes between looks
VAL = {}
def held_out_clips():
    if VAL: return VAL['z'], VAL['k'], VAL['c']
    g, l = random.Random(2001), []
    for i in range(NV):
        s, p, mo = g.choice(world.HELD_OUT); a = dict(world.attributes(g), s=s, p=p, m=mo); l.append((a, world.clip(g, [(a, 21)])))
    VAL['c'] = [world.caption(random.Random(i), a) for i, (a, _) in enumerate(l)]; VAL['k'] = torch.stack([torch.from_numpy(world.latent_mask(x[1][1])) for x in l])
    VAL['z'] = torch.cat([(encode(np.stack([x[1][0] for x in l[i:i + 8]])) - MU) / SD for i in range(0, NV, 8)]); return VAL['z'], VAL['k'], VAL['c']
PROMPTS = ['a lion moves to the right in the city at sunset', 'an alien spaceship flies up in the desert at night', 'a panda jumps in the snow', 'a car moves to the left in the forest at night, the camera zooms in', 'a shark moves to the left in the sea', 'a robot dances in the room',
           'a rocket comes closer in space', 'an elephant walks right in the meadow, the camera pans right']
CHAIN = ['a car moves to the right in the city at sunset', 'a car jumps in the city at sunset', 'a car moves to the left in the desert at sunset', 'a bus comes closer in the desert at night']
def look():
    VZ, VK, VC = held_out_clips()
    keep, cur, rs = W.BLOCK, {k: v.clone() for k, v in net.state_dict().items()}, torch.get_rng_state(); W.BLOCK = W.block; net.load_state_dict(ema); torch.manual_seed(5); u = torch.linspace(.1, .98, NV)
    with torch.no_grad():
        vs = loss_of(VZ[:, :, :1], VK[:, :1], VC, torch.zeros(NV, 1, dtype=torch.bool), u).item(); vv = np.mean([loss_of(VZ[i:i + 16], VK[i:i + 16], VC[i:i + 16], torch.zeros(16, 6, dtype=torch.bool), u[i:i + 16]).item() for i in range(0, NV, 16)])
    tx = [f'a {s} stands still {world.PLACES[world.PN[i % 8]][0]}' + ('', ' at sunset', ' at night')[(i // 8) % 3] for i, s in enumerate(world.SN)]
    y = pictures(W.sample(m, e, ids_of(tx), 3, 1, 16))[:, 0]; Image.fromarray(np.concatenate([np.concatenate(y[i:i + 6], 1) for i in range(0, 24, 6)], 0)).save(f'sheets/stills_{done:05.1f}.png')
    if seen[1]:
        y = pictures(W.sample(m, e, ids_of(PROMPTS), 1, 6, 16)); Image.fromarray(np.concatenate([np.concatenate([q[i] for i in (0, 5, 10, 15, 20)], 1) for q in y], 0)).save(f'sheets/video_{done:05.1f}.png')
        z = W.sample(m, e, ids_of(CHAIN[:1]), 7, 6, 16)
        for i, c in enumerate(CHAIN[1:]): z = torch.cat([z, W.sample(m, e, ids_of([c]), 8 + i, 6, 16, ctx=z[:, :, -2:])[:, :, 2:]], 2)
        y = pictures(z)[0]; Image.fromarray(np.concatenate([np.concatenate([y[min(len(y) - 1, j)] for j in range(s, s + 20, 4)], 1) for s in (0, 20, 36, 52)], 0)).save(f'sheets/chain_{done:05.1f}.png')
    net.load_state_dict(cur); torch.set_rng_state(rs); W.BLOCK = keep; say(f'== {done:.1f} min, step {st}: held-out loss stills {vs:.4f} clips {vv:.4f}; seen {seen[0]} stills, {seen[1]} windows; pools {len(stills)} {len(clips)}')

say(f'start at {done:.1f} of {total} min;', sum(p.numel() for p in m.parameters()) / 1e6, 'M +', sum(p.numel() for p in e.parameters()) / 1e6, 'M; latent std', SD.flatten().numpy().round(2).tolist(), time.strftime('%H:%M:%S'))
gossip = common.Gossip('dit', RANK, RANKS, list(net.parameters())) if RANKS > 1 else None
W.BLOCK = fast; t0 = time.time() - done * 60
while len(stills) < 1024: add_stills(16)
last = done; say('pool ready', round(time.time() - t0), 's')
while done < total:
    video = done >= stills_min; done = (time.time() - t0) / 60
    for gr in opt.param_groups: gr['lr'] = gr['base'] * min(1, (st + 1) / 100) * max(.03, min(1, (total - done) / (.45 * total)))
    if not video and len(stills) < stills.max: add_stills(6)
    if (video or done > stills_min - 6) and (len(clips) < 200 or (st % 3 == 0 and len(clips) < clips.max)): add_clip()
    if not video or st % 4 == 0: batch = still_batch(64); seen[0] += 64
    else: Fr, B = (3, 10) if st % 2 else (6, 5); batch = clip_batch(B, Fr); seen[1] += B
    c = batch[2]
    for i in range(len(c)):
        if rng.random() < .1: c[i] = ''
    W.BLOCK = fast if batch[0].shape[2] == 1 else W.block  # compiled for the one shape that is used most
    loss = loss_of(*batch); opt.zero_grad(); loss.backward(); torch.nn.utils.clip_grad_norm_(net.parameters(), 1.); opt.step(); st += 1
    if gossip and st % 5 == 0: gossip.mix()
    run = run or [loss.item()] * 2; j = int(batch[0].shape[2] > 1); run[j] = .98 * run[j] + .02 * loss.item()
    if st % 4 == 0 and RANK == 0:
        d = min(.999, (st + 1) / (st + 10)) ** 4
        with torch.no_grad():
            for k, v in net.state_dict().items(): ema[k].lerp_(v, 1 - d)
    if st % 50 == 0: say(st, f'{done:.1f} min loss stills {run[0]:.4f} clips {run[1]:.4f} lr {opt.param_groups[0]["lr"]:.4f} pools {len(stills)} {len(clips)}')
    if done - last > LOOK or (RANK == 0 and os.path.exists('run/look')):
        last = done; save(pools=True); RANK or look()
        if RANK == 0 and os.path.exists('run/look'): os.remove('run/look')
save(pools=True); RANK or LOOK > 900 or look()
