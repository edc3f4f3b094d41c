// SPDX-License-Identifier: Apache-2.0
#include "core/train/caption_tokens.h"

#include "core/base/atomic_file.h"
#include "core/text/prompt_cleaning.h"
#include "core/weights/json.h"

#include <nlohmann/json.hpp>
#include <sentencepiece_trainer.h>
#include <torch/torch.h>

#include <algorithm>
#include <unordered_map>

namespace longtake {

namespace {

constexpr int64_t kLongestCaption = 64;

} // namespace

Result<Tokenizer> open_caption_tokenizer(const std::filesystem::path& model) {
    const auto bytes = read_file(model, 64 << 20);
    if (!bytes) {
        return model_error(bytes.error().message, bytes.error().hint);
    }
    const auto parsed = parse_spiece_model(*bytes, model.string());
    return parsed ? Tokenizer::from_model(*parsed, model.string()) : parsed.error();
}

TokenBatch tokenise(const Tokenizer& tokenizer, const std::vector<std::string>& captions, torch::Device device) {
    std::vector<std::vector<int64_t>> encoded;
    size_t longest = 1;
    for (const std::string& caption : captions) {
        encoded.push_back(tokenizer.encode(clean_wan_prompt(caption), kLongestCaption).ids);
        longest = std::max(longest, encoded.back().size());
    }
    const auto count = static_cast<int64_t>(captions.size());
    TokenBatch batch{torch::zeros({count, static_cast<int64_t>(longest)}, torch::kLong),
                     torch::zeros({count, static_cast<int64_t>(longest)}, torch::kBool),
                     {}};
    for (int64_t i = 0; i < count; ++i) {
        const auto& ids = encoded[static_cast<size_t>(i)];
        const auto length = static_cast<int64_t>(ids.size());
        batch.ids[i].narrow(0, 0, length).copy_(torch::tensor(ids, torch::kLong));
        batch.mask[i].narrow(0, 0, length).fill_(true);
        batch.lengths.push_back(length);
    }
    batch.ids = batch.ids.to(device);
    batch.mask = batch.mask.to(device);
    return batch;
}

Result<void>
train_tokenizer(const std::vector<std::string>& captions, int64_t size, const std::filesystem::path& folder) {
    const std::unordered_map<std::string, std::string> options{{"model_type", "unigram"},
                                                               {"vocab_size", std::to_string(size)},
                                                               {"hard_vocab_limit", "false"},
                                                               {"character_coverage", "1.0"},
                                                               {"pad_id", "0"},
                                                               {"eos_id", "1"},
                                                               {"unk_id", "2"},
                                                               {"bos_id", "-1"},
                                                               {"byte_fallback", "false"},
                                                               {"num_threads", "1"},
                                                               {"minloglevel", "2"},
                                                               {"max_sentencepiece_length", "16"}};
    std::string model;
    const auto status = sentencepiece::SentencePieceTrainer::Train(options, captions, &model);
    if (!status.ok()) {
        return bad_input("the tokenizer cannot be trained: " + status.ToString(),
                         "Give it more captions or a smaller vocabulary_size.");
    }
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (auto written = write_file_atomically(folder / "spiece.model", model); !written) {
        return written;
    }
    const Json config{{"tokenizer_class", "T5Tokenizer"},
                      {"model_max_length", 512},
                      {"pad_token", "<pad>"},
                      {"eos_token", "</s>"},
                      {"unk_token", "<unk>"},
                      {"extra_ids", 0},
                      {"additional_special_tokens", Json::array()}};
    return write_json_file(folder / "tokenizer_config.json", config);
}

} // namespace longtake
