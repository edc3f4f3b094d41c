"""sentencepiece unigram on the world's captions (and the names of all emoji, for later worlds), T5 ids: pad 0, eos 1, unk 2."""
import json, os, random, unicodedata, sentencepiece as spm, world
rng = random.Random(5); os.makedirs('run/tokenizer', exist_ok=True); lines = []
for _ in range(20000):
    a = world.attributes(rng); lines.append(world.caption(rng, a))
names = [unicodedata.name(chr(c), '').lower() for c in [*range(0x1F300, 0x1F650), *range(0x1F680, 0x1F6D8), *range(0x1F900, 0x1FA00), *range(0x1FA70, 0x1FAF9)]]
lines += [n for n in names if n] * 3
for s in world.SN:  # every name with every verb
    for n in world.SUBJECTS[s][3]: lines += [n] * 20
open('run/captions.txt', 'w').write('\n'.join(lines))
spm.SentencePieceTrainer.train(input='run/captions.txt', model_prefix='run/tokenizer/spiece', model_type='unigram', vocab_size=1000, hard_vocab_limit=False, pad_id=0, eos_id=1, unk_id=2, bos_id=-1,
    pad_piece='<pad>', eos_piece='</s>', unk_piece='<unk>', normalization_rule_name='nmt_nfkc_cf', character_coverage=1.0, byte_fallback=False, num_threads=1, minloglevel=2)
os.replace('run/tokenizer/spiece.model', 'run/tokenizer/spiece.model')
json.dump(dict(tokenizer_class='T5Tokenizer', eos_token='</s>', pad_token='<pad>', unk_token='<unk>', extra_ids=0, additional_special_tokens=[], model_max_length=512, legacy=True, clean_up_tokenization_spaces=True), open('run/tokenizer/tokenizer_config.json', 'w'), indent=1)
json.dump(dict(eos_token='</s>', pad_token='<pad>', unk_token='<unk>'), open('run/tokenizer/special_tokens_map.json', 'w'), indent=1)
sp = spm.SentencePieceProcessor('run/tokenizer/spiece.model'); print(sp.get_piece_size(), 'pieces')
from transformers import AutoTokenizer, T5Tokenizer, T5TokenizerFast
toks = [T5TokenizerFast.from_pretrained('run/tokenizer'), T5Tokenizer.from_pretrained('run/tokenizer'), AutoTokenizer.from_pretrained('run/tokenizer')]
bad = 0
for l in lines[:300] + ['', 'A Lion Jumps!  in the CITY', 'zebra, über 火']:
    ref = sp.encode(l) + [1]
    for t in toks:
        got = t(l).input_ids
        if got != ref: bad += 1; bad < 6 and print(type(t).__name__, repr(l), got, ref, [sp.id_to_piece(i) for i in ref])
print('mismatches', bad, '; longest', max(len(sp.encode(l)) for l in lines[:20000]) + 1, [sp.id_to_piece(i) for i in sp.encode(lines[0])])
