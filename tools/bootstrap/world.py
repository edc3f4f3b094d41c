"""The small cutout world: 24 subjects x 8 places x 3 times x 8 motions x 5 cameras, 160x96 at 16 fps, with captions and
mid-clip changes. Everything is a function of the random.Random that is passed in."""
import os, random, zlib
import cv2, numpy as np
from PIL import Image, ImageDraw, ImageFont
cv2.setNumThreads(0)
W, H, FPS, BW = 160, 96, 16, 320
FONT = os.environ.get('EMOJI_FONT', 'NotoColorEmoji.ttf')  # Debian: fonts-noto-color-emoji (SIL OFL)
# subject: emoji, how it looks in the artwork (l = faces left, r = right, f = front), kind, names
SUBJECTS = {
    'lion': ('🦁', 'f', 'animal', ['lion']), 'tiger': ('🐅', 'l', 'animal', ['tiger']), 'elephant': ('🐘', 'l', 'animal', ['elephant']),
    'cat': ('🐈', 'l', 'animal', ['cat', 'cat', 'orange cat']), 'dog': ('🐕', 'l', 'animal', ['dog', 'dog', 'puppy']), 'horse': ('🐎', 'l', 'animal', ['horse', 'horse', 'brown horse']),
    'fish': ('🐟', 'l', 'animal', ['fish', 'fish', 'blue fish']), 'whale': ('🐳', 'l', 'animal', ['whale', 'whale', 'blue whale']), 'shark': ('🦈', 'l', 'animal', ['shark']),
    'panda': ('🐼', 'f', 'animal', ['panda', 'panda', 'panda bear']), 'bear': ('🐻', 'f', 'animal', ['bear', 'bear', 'brown bear']), 'penguin': ('🐧', 'f', 'animal', ['penguin']),
    'duck': ('🦆', 'l', 'animal', ['duck']), 'butterfly': ('🦋', 'f', 'animal', ['butterfly']),
    'car': ('🚗', 'l', 'vehicle', ['car', 'car', 'red car']), 'bus': ('🚌', 'l', 'vehicle', ['bus', 'bus', 'yellow bus']), 'train': ('🚂', 'l', 'vehicle', ['train', 'train', 'steam train', 'locomotive']),
    'airplane': ('✈', 'r', 'vehicle', ['airplane', 'plane']), 'rocket': ('🚀', 'r', 'vehicle', ['rocket', 'rocket', 'space rocket']),
    'spaceship': ('🛸', 'f', 'vehicle', ['spaceship', 'alien spaceship', 'ufo', 'flying saucer']), 'sailboat': ('⛵', 'f', 'vehicle', ['sailboat', 'boat', 'sailing boat']),
    'robot': ('🤖', 'f', 'person', ['robot']), 'alien': ('👽', 'f', 'person', ['alien']), 'balloon': ('🎈', 'f', 'thing', ['balloon', 'balloon', 'red balloon'])}
PLACES = {'city': ['in the city', 'in the city', 'in a city', 'downtown', 'on the street of a city'], 'sea': ['at sea', 'in the sea', 'on the ocean', 'on the sea'],
          'desert': ['in the desert', 'in the desert', 'in a desert', 'in the sand of the desert'], 'forest': ['in the forest', 'in the forest', 'in a forest', 'in the woods'],
          'space': ['in space', 'in space', 'in outer space', 'among the stars'], 'snow': ['in the snow', 'in the snow', 'in snowy mountains', 'in the snowy mountains'],
          'meadow': ['in the meadow', 'in the meadow', 'in a meadow', 'on a green meadow', 'in a field of flowers'], 'room': ['in the room', 'in a room', 'in the living room', 'indoors']}
TIMES = {'day': ['', '', '', 'by day', 'during the day', 'in daylight'], 'sunset': ['at sunset', 'at sunset', 'in the evening', 'at dusk', 'during sunset'], 'night': ['at night', 'at night', 'by night', 'in the night', 'during the night']}
MOTIONS = {'right': ['moves to the right', 'moves right', 'goes to the right', 'goes right', 'travels to the right'], 'left': ['moves to the left', 'moves left', 'goes to the left', 'goes left', 'travels to the left'],
           'jump': ['jumps', 'jumps', 'jumps up and down', 'hops', 'is jumping'], 'closer': ['comes closer', 'comes closer', 'approaches', 'gets closer', 'comes towards us'], 'away': ['goes away', 'moves away', 'gets smaller in the distance', 'disappears in the distance'],
           'up': ['flies up', 'flies up', 'rises', 'goes up', 'takes off'], 'dance': ['dances', 'dances', 'sways', 'is dancing'], 'still': ['stands still', 'stands still', 'waits', 'does not move', 'stays in place', '']}
VERBS = {'animal': {'right': ['runs to the right', 'walks right', 'walks to the right'], 'left': ['runs to the left', 'walks left', 'walks to the left']},
         'vehicle': {'right': ['drives to the right', 'drives right', 'flies to the right'], 'left': ['drives to the left', 'drives left', 'flies to the left']},
         'person': {'right': ['walks right', 'walks to the right'], 'left': ['walks left', 'walks to the left']}, 'thing': {'right': ['floats to the right', 'flies right'], 'left': ['floats to the left', 'flies left']}}
CAMERAS = {'static': ['', '', '', 'static camera', 'the camera does not move'], 'zoom in': ['the camera zooms in', 'the camera zooms in', 'zoom in', 'slow zoom in'], 'zoom out': ['the camera zooms out', 'the camera zooms out', 'zoom out', 'slow zoom out'],
           'pan right': ['the camera pans right', 'the camera pans to the right', 'pan right'], 'pan left': ['the camera pans left', 'the camera pans to the left', 'pan left']}
SN, PN, TN, MN, CN = map(list, (SUBJECTS, PLACES, TIMES, MOTIONS, CAMERAS))

def held_out(s, p, m): return zlib.crc32(f'{s}|{p}|{m}'.encode()) % 10 == 0  # never in training
HELD_OUT = [(s, p, m) for s in SN for p in PN for m in MN if held_out(s, p, m)]

def sprites():
    font, out = ImageFont.truetype(FONT, 109), {}
    for n, (c, *_) in SUBJECTS.items():
        im = Image.new('RGBA', (136, 128), (0, 0, 0, 0)); ImageDraw.Draw(im).text((0, 0), c, font=font, embedded_color=True)
        im = im.crop(im.getbbox()); k = 64 / max(im.size); a = np.asarray(im).astype(np.float32) / 255; a[..., :3] *= a[..., 3:]
        a = cv2.resize(a, (max(1, round(im.size[0] * k)), max(1, round(im.size[1] * k))), interpolation=cv2.INTER_AREA)
        out[n] = np.pad(a, ((2, 2), (2, 2), (0, 0)))
    return out
SPRITES = sprites()

TINT = {'day': (1, 1, 1), 'sunset': (.88, .66, .62), 'night': (.34, .38, .56)}
SKY = {'day': ((.36, .68, .97), (.80, .93, 1.)), 'sunset': ((.38, .20, .52), (1., .58, .28)), 'night': ((.03, .04, .16), (.12, .15, .38))}
def background(place, time, variant):
    """Periodic in x: 320x96, drawn at twice the size."""
    rng = random.Random(f'{place}{variant}'); w, h = BW * 2, H * 2; hor = int(h * .66); tint = np.array(TINT[time], np.float32)
    top, bot = SKY[time]
    if place == 'space': top, bot = {'day': ((.10, .14, .42), (.22, .30, .62)), 'sunset': ((.16, .03, .22), (.50, .16, .30)), 'night': ((.01, .01, .05), (.03, .03, .12))}[time]
    if place == 'room': top, bot = {'day': ((.93, .84, .66), (.95, .88, .72)), 'sunset': ((.80, .52, .40), (.85, .58, .44)), 'night': ((.20, .21, .38), (.24, .25, .43))}[time]
    g = np.linspace(0, 1, h, dtype=np.float32)[:, None, None] / (1. if place in ('space', 'room') else .66); g = np.clip(g, 0, 1)
    im = np.ascontiguousarray(np.broadcast_to((1 - g) * np.array(top, np.float32) + g * np.array(bot, np.float32), (h, w, 3)).astype(np.float32))
    def col(c, k=1.): return tuple(float(v) for v in np.clip(np.array(c) * tint * k, 0, 1))
    def poly(pts, c):
        for d in (-w, 0, w): cv2.fillPoly(im, [np.int32([[x + d, y] for x, y in pts])], c, cv2.LINE_AA)
    def circ(x, y, r, c):
        for d in (-w, 0, w): cv2.circle(im, (int(x) + d, int(y)), r, c, -1, cv2.LINE_AA)
    def rect(x, y, x2, y2, c): poly([(x, y), (x2, y), (x2, y2), (x, y2)], c)
    def hills(y0, amp, n, c, ph):
        xs = np.arange(0, w + 1, 8); ys = y0 + amp * np.sin(2 * np.pi * n * xs / w + ph); cv2.fillPoly(im, [np.int32(list(zip(xs, ys)) + [(w, h), (0, h)])], c, cv2.LINE_AA)
    stars = [(rng.randrange(w), rng.randrange(int(h * .9)), rng.choice((1, 2, 2, 3))) for _ in range(26)]; cx = rng.uniform(0, w); cl = [(rng.uniform(0, w), rng.uniform(.1, .34) * h) for _ in range(3)]
    if place == 'space':
        for x, y, r in stars: circ(x, y, r, (.9, .9, 1.) if time != 'sunset' else (1., .85, .7))
        a = {'day': (1., .88, .35), 'sunset': (1., .5, .25), 'night': (.75, .78, .85)}[time]; circ(cx, h * .28, 26, a)
        b = rng.choice([(.35, .6, .9), (.9, .55, .4), (.5, .8, .6)]); x = cx + w * .45; circ(x, h * .62, 38, col(b, .9)); 
        for d in (-w, 0, w): cv2.ellipse(im, (int(x) + d, int(h * .62)), (62, 12), -14, 0, 360, col((.9, .85, .7)), 4, cv2.LINE_AA)
    elif place == 'room':
        fl = int(h * .74); rect(0, fl, w, h, col((.62, .40, .24))); rect(0, fl - 6, w, fl, col((.45, .28, .18)))
        wc = {'day': (.62, .86, 1.), 'sunset': (1., .60, .30), 'night': (.05, .06, .22)}[time]
        for x in (cx, cx + w / 2):
            rect(x, 26, x + 96, 96, col((1., 1., 1.))); rect(x + 8, 34, x + 88, 88, wc); rect(x + 44, 30, x + 52, 92, col((1., 1., 1.)))
            if time == 'night': circ(x + 68, 50, 9, (.95, .95, .8))
            y = x + 170 + 30 * rng.random(); a = rng.choice([(.85, .3, .3), (.3, .55, .8), (.35, .7, .4)]); rect(y, 40, y + 56, 84, col((.4, .25, .15))); rect(y + 6, 46, y + 50, 78, col(a))
    else:
        if time == 'day':
            circ(cx, h * .2, 20, (1., .90, .35))
            for x, y in cl:
                for dx, r in ((-20, 11), (0, 16), (22, 12)): circ(x + dx, y, r, (1., 1., 1.))
        if time == 'sunset': circ(cx, hor - 16, 30, (1., .80, .35))
        if time == 'night':
            for x, y, r in stars[:16]:
                if y < hor: circ(x, y, min(r, 2), (.85, .85, .95))
            circ(cx, h * .2, 19, (.96, .95, .82))
    if place == 'city':
        x = 0; 
        while x < w - 50:
            bw = min(rng.choice((56, 72, 88)), w - x); y = hor - rng.randint(50, 112); c = rng.choice([(.55, .62, .75), (.72, .60, .62), (.50, .55, .62), (.62, .68, .66)]); rect(x + 2, y, x + bw - 3, hor, col(c))
            for yy in range(y + 10, hor - 16, 22):
                for xx in range(int(x) + 10, int(x + bw) - 20, 20): rect(xx, yy, xx + 10, yy + 12, (1., .88, .45) if time == 'night' and rng.random() < .6 else (1., .75, .4) if time == 'sunset' and rng.random() < .3 else col((.82, .92, 1.), .85))
            x += bw
        rect(0, hor, w, h, col((.40, .41, .45))); rect(0, hor, w, hor + 7, col((.68, .68, .68)))
        for x in range(0, w, 80): rect(x, hor + 34, x + 40, hor + 40, col((1., 1., .9)))
    if place == 'sea':
        rect(0, hor - 6, w, h, col((.10, .42, .74)))
        for k in range(3): hills(hor + 14 + 20 * k, 4, 8, col((.14, .50 - .07 * k, .82 - .10 * k)), rng.uniform(0, 6))
    if place == 'desert':
        hills(hor - 8, 15, 2, col((.86, .64, .36)), rng.uniform(0, 6)); hills(hor + 12, 8, 3, col((.96, .80, .50)), rng.uniform(0, 6))
        for _ in range(2):
            x = rng.uniform(0, w); c = col((.25, .55, .28)); rect(x, hor - 44, x + 12, hor + 16, c); rect(x - 18, hor - 22, x, hor - 14, c); rect(x - 18, hor - 36, x - 10, hor - 14, c); rect(x + 12, hor - 12, x + 30, hor - 4, c); rect(x + 22, hor - 28, x + 30, hor - 4, c)
    if place == 'forest':
        rect(0, hor, w, h, col((.26, .50, .24)))
        for k, n in ((0, 9), (1, 7)):
            for i in range(n):
                x = (i + rng.uniform(-.25, .25)) * w / n; t = rng.randint(70, 104); c = col((.10, .40 + .14 * k, .20)); y = hor + 4 + 6 * k; rect(x - 5, y - 16, x + 5, y, col((.42, .27, .14)))
                poly([(x - 30, y - 12), (x + 30, y - 12), (x, y - t * .7)], c); poly([(x - 22, y - t * .45), (x + 22, y - t * .45), (x, y - t)], c)
    if place == 'snow':
        for i in range(4):
            x = (i + rng.uniform(-.2, .2)) * w / 4; t = rng.randint(70, 108); poly([(x - 92, hor + 4), (x + 92, hor + 4), (x, hor - t)], col((.55, .64, .78))); poly([(x - 32, hor - t * .64), (x, hor - t), (x + 32, hor - t * .64), (x + 12, hor - t * .52), (x - 8, hor - t * .64)], col((1., 1., 1.)))
        hills(hor + 4, 5, 3, col((.93, .96, 1.)), rng.uniform(0, 6))
    if place == 'meadow':
        hills(hor - 12, 14, 2, col((.45, .74, .36)), rng.uniform(0, 6)); hills(hor + 10, 6, 3, col((.52, .82, .34)), rng.uniform(0, 6))
        for _ in range(16): circ(rng.uniform(0, w), rng.uniform(hor + 22, h - 6), 5, col(rng.choice([(1., .35, .4), (1., .95, .4), (1., 1., 1.), (.85, .5, .95)])))
    return (np.clip(cv2.resize(im, (BW, H), interpolation=cv2.INTER_AREA), 0, 1) * 255 + .5).astype(np.uint8)
VARIANTS, _BG = 10, {}
def bg(*k):
    if k not in _BG: _BG[k] = background(*k)
    return _BG[k]

def caption(rng, a):
    s, p, t, m, c = a['s'], a['p'], a['t'], a['m'], a['c']; kind = SUBJECTS[s][2]
    n = rng.choice(SUBJECTS[s][3]); mv = rng.choice(MOTIONS[m] + VERBS[kind].get(m, [])); pl, ti, ca = rng.choice(PLACES[p]), rng.choice(TIMES[t]), rng.choice(CAMERAS[c])
    r = rng.random(); n = ('the ' if r < .15 else '' if r < .2 else 'an ' if n[0] in 'aeio' else 'a ') + n
    f = rng.choice(['{n} {mv} {pl} {ti}'] * 4 + ['{ti}, {n} {mv} {pl}', '{pl}, {n} {mv} {ti}', '{pl} {ti}, {n} {mv}', '{n} {pl} {ti} {mv}', '{n} {mv} {ti} {pl}'])
    f = ('{ca}, ' + f) if rng.random() < .15 else f + ', {ca}'
    o = ' '.join(f.format(n=n, mv=mv, pl=pl, ti=ti, ca=ca).split()).replace(' ,', ',')
    while o.startswith(', ') or o.endswith(','): o = o[2:] if o.startswith(', ') else o[:-1]
    return o + ('.' if rng.random() < .2 else '')

def attributes(rng):
    while True:
        a = dict(s=rng.choice(SN), p=rng.choice(PN), t=rng.choice(TN), m=rng.choice(MN), c=rng.choice(CN) if rng.random() < .6 else 'static', v=rng.randrange(VARIANTS))
        if not held_out(a['s'], a['p'], a['m']): return a

def change(rng, a):
    """The attributes after the cut: the same, or one or two of them changed."""
    keys = rng.choices(['', 'm', 'c', 's', 'p', 't', 'sm', 'pt', 'mc', 'ps'], [20, 20, 12, 14, 12, 8, 5, 3, 4, 2])[0]
    while True:
        b = dict(a)
        for k in keys:
            while b[k] == a[k]: b[k] = rng.choice({'s': SN, 'p': PN, 't': TN, 'm': MN, 'c': CN}[k])
        if 'p' in keys: b['v'] = rng.randrange(VARIANTS)
        if not held_out(b['s'], b['p'], b['m']): return b
        keys = rng.choice(['m', 'c', 's', 'p', 't'])

def clip(rng, parts):
    """parts: [(attributes, frames), ...] -> frames [T,96,160,3] uint8, subject mask [T,12,20] float"""
    a = parts[0][0]; m, c = a['m'], a['c']; T = sum(n for _, n in parts); dt = 1 / FPS
    x = W * {'right': rng.uniform(.08, .4), 'left': rng.uniform(.6, .92)}.get(m, rng.uniform(.3, .7)); ground = H * rng.uniform(.6, .66); y = ground; size = rng.uniform(.8, 1.) * H * .56 / 64
    size *= {'closer': rng.uniform(.55, .75), 'away': rng.uniform(1.15, 1.45)}.get(m, 1.); ph = rng.uniform(0, 1); wob = rng.uniform(0, 1); speed = rng.uniform(.85, 1.15)
    zoom = {'zoom in': rng.uniform(1., 1.1), 'zoom out': rng.uniform(1.45, 1.7)}.get(c, 1.); ox = rng.uniform(0, BW); first = True
    art = SUBJECTS[a['s']][1]; face = {'right': 1, 'left': -1}.get(m, {'l': -1, 'r': 1, 'f': 1}[art] * (1 if rng.random() < .75 else -1))
    vx = vy = vs = vz = vo = ja = da = 0.; s_old, swap, b_old, fade = a['s'], 99, None, 99; dim = TINT[a['t']]; out = np.empty((T, H, W, 3), np.uint8); al = np.empty((T, H // 8, W // 8), np.float32); i = 0
    def light(t): return {'day': 1., 'sunset': .93, 'night': .80}[t]
    l_old = light(a['t'])
    for k, (n_a, n) in enumerate(parts):
        if k:
            if n_a['s'] != a['s']: s_old, swap = a['s'], 0
            if (n_a['p'], n_a['t'], n_a['v']) != (a['p'], a['t'], a['v']): b_old, l_old, fade = bg(a['p'], a['t'], a['v']), light(a['t']), 0
            a = n_a; m, c = a['m'], a['c']
        if m in ('right', 'left'): face = 1 if m == 'right' else -1
        for _ in range(n):
            e = 1. if first else .35; first = False
            vx += e * ({'right': 48, 'left': -48}.get(m, 0) * speed - vx); vs += e * ({'closer': .42, 'away': -.48}.get(m, 0) * speed - vs); vy += e * ((-38 * speed if m == 'up' else 0) - vy)
            ja += e * ((m == 'jump') - ja); da += e * ((m == 'dance') - da); vz += e * ({'zoom in': .26, 'zoom out': -.26}.get(c, 0) - vz); vo += e * ({'pan right': 30, 'pan left': -30}.get(c, 0) - vo)
            nx = x - W / 2; x = W / 2 + (nx + (vx - .25 * vo) * dt + 102) % 204 - 102 if i else x
            if i: size = min(max(size * np.exp(vs * dt), .36), 1.3); zoom = min(max(zoom * np.exp(vz * dt), 1.), 1.9); ox += vo * dt; ph += 1.15 * speed * dt; wob += 1.3 * speed * dt; y = max(y + vy * dt, H * .3) if m == 'up' else y + (ground - y) * .16
            yy = y - ja * abs(np.sin(np.pi * ph)) * H * .27; rot = da * 17 * np.sin(2 * np.pi * wob); xx = x + da * 4 * np.sin(2 * np.pi * wob) ; yy += (abs(vx) > 8) * np.sin(i * .9) * .8
            s, ks = a['s'], 1.
            if swap < 9: s, ks = (s_old, 1 - (swap + 1) / 5) if swap < 4 else (a['s'], (.45, .85, 1.12, 1.05, 1.)[swap - 4])
            b = bg(a['p'], a['t'], a['v']); lum = light(a['t'])
            if fade < 11: f = (fade + 1) / 12; f = f * f * (3 - 2 * f); lum = (1 - f) * l_old + f * lum
            cx, cy = W / 2, H * .56; M = np.float32([[1 / zoom, 0, ox + cx - cx / zoom], [0, 1 / zoom, cy - cy / zoom]])
            wr = lambda q: cv2.warpAffine(q, M, (W, H), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_WRAP)
            fr = wr(b) if fade >= 11 else cv2.addWeighted(wr(b_old), 1 - f, wr(b), f, 0)
            fr = fr.astype(np.float32); sp = SPRITES[s]; art = SUBJECTS[s][1]
            if (art == 'l' and face > 0) or (art == 'r' and face < 0): sp = sp[:, ::-1]
            R = cv2.getRotationMatrix2D((sp.shape[1] / 2, sp.shape[0] / 2), rot, max(size * zoom * ks, .02)); R[0, 2] += cx + zoom * (xx - cx) - sp.shape[1] / 2; R[1, 2] += cy + zoom * (yy - cy) - sp.shape[0] / 2
            sp = cv2.warpAffine(np.ascontiguousarray(sp), R.astype(np.float32), (W, H), flags=cv2.INTER_LINEAR)
            fr *= 1 - sp[..., 3:]; fr += sp[..., :3] * (255 * lum); out[i] = np.clip(fr + .5, 0, 255).astype(np.uint8)
            al[i] = sp[..., 3].reshape(H // 8, 8, W // 8, 8).max((1, 3)); i += 1; swap += 1; fade += 1
    return out, al

def latent_mask(al):  # [1+4n,12,20] -> [1+n,12,20]
    return np.concatenate([al[:1], al[1:].reshape(-1, 4, *al.shape[1:]).max(1)])

if __name__ == '__main__':
    import time
    r, rows, t0 = random.Random(1), [], time.time()
    for k in range(12):
        a = attributes(r); b = change(r, a); v, al = clip(r, [(a, 21), (b, 24)]); print(caption(r, a), ' -> ', caption(r, b)); rows.append(np.concatenate([v[i] for i in (0, 10, 20, 24, 30, 44)], 1))
    print((time.time() - t0) / 12, 's/clip of 45;', len(HELD_OUT), 'held out'); Image.fromarray(np.concatenate(rows, 0)).save('sheets/world.png')
