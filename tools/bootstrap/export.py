"""python export.py [--check]: run/vae.pt + the EMA in run/dit.pt -> starter/ (diffusers, bf16), written aside and renamed. --check loads it with diffusers and makes a film."""
import json, os, shutil, sys, torch, wan_model as W, common
ck = torch.load('run/dit.pt', weights_only=False); net = torch.nn.ModuleDict(dict(t=W.new_transformer(), e=W.new_text())); net.load_state_dict(ck['ema'])
if '--gossip' in sys.argv:  # --gossip RANK HH:MM: the weights that a running train_dit.py of that rank has published last, at that time
    import time; rank, at = int(sys.argv[sys.argv.index('--gossip') + 1]), sys.argv[sys.argv.index('--gossip') + 2]
    while time.strftime('%H:%M') < at: time.sleep(2)
    ps = list(net.parameters()); n = sum(p.numel() for p in ps); flat = torch.from_file('/dev/shm/dit', shared=True, size=2 * n).view(2, n)[rank].clone(); o = 0; assert torch.isfinite(flat).all()
    for p in ps: p.data.copy_(flat[o:o + p.numel()].view(p.shape)); o += p.numel()
    torch.save(dict(net={k: v.clone() for k, v in net.state_dict().items()}, mu=ck['mu'], sd=ck['sd']), 'run/final.pt'); print('taken at', time.strftime('%H:%M:%S'), flush=True)
v = common.new_vae(32, [round(float(x), 5) for x in ck['mu'].flatten()], [round(float(x), 5) for x in ck['sd'].flatten()]); v.load_state_dict(torch.load('run/vae.pt'))
for p in v.parameters(): p.data = p.data.contiguous()
out = 'starter.tmp'; shutil.rmtree(out, ignore_errors=True); bf = torch.bfloat16
v.to(bf).save_pretrained(out + '/vae'); net['e'].to(bf).save_pretrained(out + '/text_encoder')
t = net['t']
for p in t.parameters(): p.data = p.data.to(bf)
t.save_pretrained(out + '/transformer')
for part, cls in (('vae', None), ('transformer', None)):  # the same bytes for the same weights: no local paths in the configs
    f = f'{out}/{part}/config.json'; c = json.load(open(f)); c.pop('_name_or_path', None); json.dump(c, open(f, 'w'), indent=2)
shutil.copytree('run/tokenizer', out + '/tokenizer')
os.makedirs(out + '/scheduler'); json.dump({'_class_name': 'FlowMatchEulerDiscreteScheduler', '_diffusers_version': '0.42.1', 'num_train_timesteps': 1000, 'shift': 3.0, 'use_dynamic_shifting': False}, open(out + '/scheduler/scheduler_config.json', 'w'), indent=2)
json.dump({'_class_name': 'WanPipeline', '_diffusers_version': '0.42.1', 'boundary_ratio': None, 'expand_timesteps': True, 'scheduler': ['diffusers', 'FlowMatchEulerDiscreteScheduler'], 'text_encoder': ['transformers', 'UMT5EncoderModel'],
           'tokenizer': ['transformers', 'T5TokenizerFast'], 'transformer': ['diffusers', 'WanTransformer3DModel'], 'transformer_2': [None, None], 'vae': ['diffusers', 'AutoencoderKLWan']}, open(out + '/model_index.json', 'w'), indent=2)
json.dump(dict(step=ck['st'], minutes=round(ck['done'], 1), seen_stills=ck['seen'][0], seen_windows=ck['seen'][1], loss=ck['run']), open(out + '/training.json', 'w'))
old = 'starter.old'; shutil.rmtree(old, ignore_errors=True)
if os.path.exists('starter'): os.rename('starter', old)
os.rename(out, 'starter'); shutil.rmtree(old, ignore_errors=True)
print('MB', sum(os.path.getsize(os.path.join(d, f)) for d, _, fs in os.walk('starter') for f in fs) / 1e6)
print('delivered', flush=True)
if '--sheet' in sys.argv or '--check' in sys.argv:
    import sentencepiece, numpy as np; from PIL import Image; torch.set_num_threads(1); common.patch_wan(); v.float(); q = net.float(); sp = sentencepiece.SentencePieceProcessor('run/tokenizer/spiece.model')
    P = ['a lion moves to the right in the city at sunset', 'a panda jumps in the snow', 'a car moves to the left in the forest at night', 'a rocket comes closer in space']; ids = torch.zeros(len(P), 32, dtype=torch.long)
    for i, p in enumerate(P): l = sp.encode(p) + [1]; ids[i, :len(l)] = torch.tensor(l)
    with torch.no_grad(), torch.autocast('cpu', torch.bfloat16): y = common.decode(v, W.sample(q['t'], q['e'], ids, 1, 6, 12) * ck['sd'] + ck['mu']).float().clamp(-1, 1)
    y = ((y.permute(0, 2, 3, 4, 1) + 1) * 127.5).byte().numpy(); Image.fromarray(np.concatenate([np.concatenate([f[i] for i in (0, 5, 10, 15, 20)], 1) for f in y], 0)).save('sheets/final.png'); print('sheet', flush=True)
if '--check' in sys.argv:
    from diffusers import WanPipeline
    p = WanPipeline.from_pretrained('starter', torch_dtype=torch.float32); f = p('a red car in the snow', negative_prompt='', height=96, width=160, num_frames=5, num_inference_steps=4, guidance_scale=4., output_type='np').frames[0]; print('WanPipeline', f.shape, flush=True)
