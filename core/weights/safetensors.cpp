// SPDX-License-Identifier: Apache-2.0
#include "core/weights/safetensors.h"

#include "core/base/atomic_file.h"
#include "core/weights/mapped_memory.h"

#include <torch/torch.h>

#include <algorithm>
#include <set>
#include <tuple>

namespace longtake {

namespace {

static_assert(sizeof(size_t) == 8, "model files are larger than 4 GiB");

/// What to write where: the entries in file order and, for each, which of the given tensors it is.
struct WritePlan {
    std::vector<TensorEntry> entries;
    std::vector<size_t> sources;
};

Result<WritePlan> plan_writing(const std::filesystem::path& path, const NamedTensors& tensors) {
    WritePlan plan;
    std::set<std::string> names = {"__metadata__"};
    for (const auto& [name, tensor] : tensors) {
        if (!names.insert(name).second) {
            return bad_input("writing " + path.string() + ": the tensor name " + name + " is used twice");
        }
        if (!tensor.defined() || safetensors_dtype_name(tensor.scalar_type()).empty()) {
            return bad_input("writing " + path.string() + ": tensor " + name + " has no dtype that safetensors knows");
        }
        plan.sources.push_back(plan.sources.size());
    }
    const auto order_of = [&](size_t index) {
        return std::make_tuple(-static_cast<int64_t>(tensors[index].second.element_size()), tensors[index].first);
    };
    std::sort(plan.sources.begin(), plan.sources.end(), [&](size_t a, size_t b) { return order_of(a) < order_of(b); });
    uint64_t offset = 0;
    for (const size_t source : plan.sources) {
        const auto& [name, tensor] = tensors[source];
        const uint64_t end = offset + tensor.nbytes();
        plan.entries.push_back({name, tensor.scalar_type(), tensor.sizes().vec(), offset, end});
        offset = end;
    }
    return plan;
}

/// The bytes behind a mapped view, kept by its storage; they are told from others by how they are deleted.
struct MappedRange {
    std::shared_ptr<MappedFile> mapping;
    size_t offset = 0;
    size_t count = 0;
};

void delete_range(void* range) {
    delete static_cast<MappedRange*>(range);
}

} // namespace

Result<SafetensorsFile> SafetensorsFile::open(const std::filesystem::path& path) {
    auto mapping = MappedFile::open(path);
    if (!mapping) {
        return mapping.error();
    }
    auto header = parse_safetensors_header({(*mapping)->data(), (*mapping)->size()}, path.string());
    if (!header) {
        return header.error();
    }
    SafetensorsFile file;
    file.path_ = path;
    file.header_ = *std::move(header);
    file.mapping_ = *std::move(mapping);
    for (size_t i = 0; i < file.header_.tensors.size(); ++i) {
        file.index_[file.header_.tensors[i].name] = i;
    }
    return file;
}

const TensorEntry* SafetensorsFile::find(const std::string& name) const {
    const auto found = index_.find(name);
    return found == index_.end() ? nullptr : &header_.tensors[found->second];
}

torch::Tensor SafetensorsFile::tensor(const TensorEntry& entry) const {
    const auto options = torch::TensorOptions().dtype(entry.dtype);
    if (entry.begin == entry.end) {
        return torch::empty(entry.shape, options);
    }
    std::byte* bytes = mapping_->data() + header_.data_start + entry.begin;
    if (reinterpret_cast<uintptr_t>(bytes) % c10::elementSize(entry.dtype) != 0) {
        torch::Tensor copy = torch::empty(entry.shape, options);
        std::copy_n(bytes, entry.end - entry.begin, static_cast<std::byte*>(copy.data_ptr()));
        return copy;
    }
    auto range =
        std::make_unique<MappedRange>(MappedRange{mapping_, header_.data_start + entry.begin, entry.end - entry.begin});
    return at::for_blob(bytes, entry.shape).context(range.release(), delete_range).options(options).make_tensor();
}

torch::Tensor
SafetensorsFile::converted(const TensorEntry& entry, torch::ScalarType dtype, torch::Device device) const {
    torch::Tensor owned = tensor(entry).to(device, dtype, /*non_blocking=*/false, /*copy=*/true);
    mapping_->release(header_.data_start + entry.begin, entry.end - entry.begin);
    return owned;
}

void release_mapped(const torch::Tensor& tensor) {
    const at::DataPtr& data = tensor.storage().data_ptr();
    if (data.get_deleter() == &delete_range) {
        const auto& range = *static_cast<const MappedRange*>(data.get_context());
        range.mapping->release(range.offset, range.count);
    }
}

Result<NamedTensors> load_tensors(const std::filesystem::path& path) {
    const auto file = SafetensorsFile::open(path);
    if (!file) {
        return file.error();
    }
    NamedTensors tensors;
    for (const TensorEntry& entry : file->entries()) {
        tensors.emplace_back(entry.name, file->tensor(entry));
    }
    return tensors;
}

Result<void> save_tensors(const std::filesystem::path& path,
                          const NamedTensors& tensors,
                          const std::map<std::string, std::string>& metadata) {
    const auto plan = plan_writing(path, tensors);
    if (!plan) {
        return plan.error();
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return file.error();
    }
    if (auto written = file->write(format_safetensors_header(plan->entries, metadata)); !written) {
        return written;
    }
    for (const size_t source : plan->sources) {
        const torch::Tensor bytes = tensors[source].second.detach().to(torch::kCPU).contiguous();
        if (auto written = file->write({static_cast<const char*>(bytes.data_ptr()), bytes.nbytes()}); !written) {
            return written;
        }
    }
    return file->commit();
}

} // namespace longtake
