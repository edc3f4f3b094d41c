// SPDX-License-Identifier: Apache-2.0
#include "core/train/cutout_world/renderer.h"

#include "core/train/cutout_world/places.h"
#include "core/weights/safetensors.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace longtake {

namespace {

namespace F = torch::nn::functional;

constexpr double kDepth[3] = {.35, .7, 1}; // how far each layer goes along with the camera
constexpr double kCentreY = .56;           // of the height: what zooms and rolls turn around

/// Rows of a 2 x 3 matrix that takes normalised output positions (-1..1) to normalised input positions.
using Affine = std::array<float, 6>;

torch::Tensor to_tensor(const std::vector<Affine>& matrices, torch::Device device) {
    const auto count = static_cast<int64_t>(matrices.size());
    return torch::from_blob(const_cast<Affine*>(matrices.data()), {count, 2, 3}, torch::kFloat32).clone().to(device);
}

/// Pixels of the screen -> pixels of a layer, for a camera looking at (centre_x, centre_y).
Affine layer_affine(const CameraPose& camera, double depth, double scale, Size size, double layer_width) {
    const double zoom = std::pow(camera.zoom, .5 + .5 * depth);
    const double cosine = std::cos(camera.roll) / zoom, sine = std::sin(camera.roll) / zoom;
    const auto width = static_cast<double>(size.width), height = static_cast<double>(size.height);
    const double centre_x = width / 2, centre_y = height * kCentreY;
    // Output pixel p = (n + 1) / 2 * side; input u = A (p - centre) + centre + offset.
    const double shift_x = centre_x + camera.offset_x * depth * scale,
                 shift_y = centre_y + camera.offset_y * depth * scale;
    const double from_x = width / 2 - centre_x, from_y = height / 2 - centre_y;
    const double base_x = cosine * from_x + sine * from_y + shift_x,
                 base_y = -sine * from_x + cosine * from_y + shift_y;
    return {static_cast<float>(cosine * width / layer_width),
            static_cast<float>(sine * height / layer_width),
            static_cast<float>(2 * base_x / layer_width - 1),
            static_cast<float>(-sine * width / height),
            static_cast<float>(cosine),
            static_cast<float>(2 * base_y / height - 1)};
}

/// Turns colours around the grey axis; leaves lightness about where it is.
torch::Tensor turn_hue(const torch::Tensor& sprite, double degrees) {
    const double angle = degrees * std::numbers::pi / 180, c = std::cos(angle), s = std::sin(angle);
    const double third = (1 - c) / 3, root = std::sqrt(1.0 / 3) * s;
    const torch::Tensor matrix = torch::tensor({c + third, third - root, third + root, third + root, c + third,
                                                third - root, third - root, third + root, c + third},
                                               torch::kFloat32)
                                     .view({3, 3})
                                     .to(sprite.device());
    const torch::Tensor rgb =
        torch::matmul(matrix, sprite.narrow(0, 0, 3).flatten(1)).view({3, sprite.size(1), sprite.size(2)});
    const torch::Tensor alpha = sprite.narrow(0, 3, 1);
    return torch::cat({torch::minimum(rgb.clamp_min(0), alpha), alpha});
}

bool is_still(const std::vector<CameraPose>& camera) {
    return std::all_of(camera.begin(), camera.end(), [&](const CameraPose& pose) { return pose == camera.front(); });
}

torch::Tensor per_frame(const std::vector<double>& values, torch::Device device) {
    return torch::tensor(values, torch::kFloat32).view({-1, 1, 1, 1}).to(device);
}

} // namespace

Result<WorldRenderer> WorldRenderer::open(const std::filesystem::path& folder,
                                          const Vocabulary& vocabulary,
                                          Size size,
                                          torch::Device device) {
    if (size.width % 8 != 0 || size.height % 8 != 0 || size.width < 16 || size.height < 16) {
        return bad_input("the cutout world cannot be drawn at " + to_string(size),
                         "Choose sides that are multiples of 8.");
    }
    const auto path = folder / "atlas.safetensors";
    const auto tensors = load_tensors(path);
    if (!tensors) {
        return tensors.error();
    }
    const auto subjects = static_cast<int64_t>(vocabulary.subjects.size());
    if (tensors->size() != 1 || tensors->front().second.dim() != 4 || tensors->front().second.size(0) != subjects ||
        tensors->front().second.size(1) != 4) {
        return model_error(path.string() + " does not hold one sprite for each of the " + std::to_string(subjects) +
                               " subjects",
                           "Run tools/make_atlas.py again.");
    }
    WorldRenderer renderer;
    renderer.vocabulary_ = vocabulary;
    renderer.size_ = size;
    renderer.device_ = device;
    renderer.scale_ = static_cast<double>(size.height) / kStageHeight;
    renderer.atlas_ = tensors->front().second.to(torch::kFloat32).div(255).to(device);
    return renderer;
}

const torch::Tensor& WorldRenderer::place_layers(int64_t place, int64_t time, int64_t variant) {
    auto& layers = places_[{place, time, variant}];
    if (!layers.defined()) {
        layers = draw_place(vocabulary_.places[static_cast<size_t>(place)].name,
                            vocabulary_.times[static_cast<size_t>(time)].name, variant, size_.height)
                     .to(device_);
    }
    return layers;
}

torch::Tensor
WorldRenderer::sample_layer(const torch::Tensor& layer, const std::vector<CameraPose>& camera, double depth) {
    const auto frames = static_cast<int64_t>(camera.size());
    const auto padded_width = static_cast<double>(layer.size(2)), width = padded_width - 2;
    std::vector<Affine> matrices;
    for (const CameraPose& pose : camera) {
        matrices.push_back(layer_affine(pose, depth, scale_, size_, width));
    }
    torch::Tensor grid = F::affine_grid(to_tensor(matrices, device_), {frames, 4, size_.height, size_.width}, false);
    const torch::Tensor x = grid.select(3, 0);
    x.sub_(x.add(1).div(2).floor_().mul_(2)).mul_(width / padded_width); // periodic in x, inside the two seam columns
    const torch::Tensor texture =
        layer.to(torch::kFloat32).div_(255).unsqueeze(0).expand({frames, 4, layer.size(1), layer.size(2)});
    return F::grid_sample(
        texture, grid,
        F::GridSampleFuncOptions().mode(torch::kBilinear).padding_mode(torch::kBorder).align_corners(false));
}

torch::Tensor WorldRenderer::draw_backdrop(const ClipAnimation& animation, const BackdropSpan& span) {
    std::vector<CameraPose> camera(animation.camera.begin() + span.first_frame,
                                   animation.camera.begin() + span.end_frame);
    const auto frames = static_cast<int64_t>(camera.size());
    if (is_still(camera)) {
        camera.resize(1);
    }
    const torch::Tensor& layers = place_layers(span.place, span.time, span.variant);
    torch::Tensor picture = sample_layer(layers[0], camera, kDepth[0]).narrow(1, 0, 3);
    for (int64_t i = 1; i < layers.size(0); ++i) {
        const torch::Tensor layer = sample_layer(layers[i], camera, kDepth[i]);
        picture = picture * (1 - layer.narrow(1, 3, 1)) + layer.narrow(1, 0, 3);
    }
    return picture.expand({frames, 3, size_.height, size_.width});
}

void WorldRenderer::add_sprite(const ClipAnimation& animation,
                               const SpriteTrack& track,
                               torch::Tensor& picture,
                               torch::Tensor& coverage) {
    torch::Tensor sprite = atlas_[track.subject];
    if (track.hue_turn != 0) {
        sprite = turn_hue(sprite, track.hue_turn);
    }
    const auto side = static_cast<double>(sprite.size(1));
    const auto width = static_cast<double>(size_.width), height = static_cast<double>(size_.height);
    std::vector<Affine> matrices;
    double left = width, right = 0, top = height, bottom = 0;
    for (const SpritePose& pose : track.poses) {
        const double scale = pose.scale * scale_, reach = .75 * side * scale;
        if (scale > 0) {
            left = std::min(left, pose.x * scale_ - reach), right = std::max(right, pose.x * scale_ + reach);
            top = std::min(top, pose.y * scale_ - reach), bottom = std::max(bottom, pose.y * scale_ + reach);
        }
    }
    const auto x0 = static_cast<int64_t>(std::clamp(std::floor(left), 0.0, width)),
               x1 = static_cast<int64_t>(std::clamp(std::ceil(right), 0.0, width));
    const auto y0 = static_cast<int64_t>(std::clamp(std::floor(top), 0.0, height)),
               y1 = static_cast<int64_t>(std::clamp(std::ceil(bottom), 0.0, height));
    if (x1 <= x0 || y1 <= y0) {
        return;
    }
    const auto box_width = static_cast<double>(x1 - x0), box_height = static_cast<double>(y1 - y0);
    for (const SpritePose& pose : track.poses) {
        const double scale = std::max(pose.scale * scale_, 1e-3), mirror = pose.is_mirrored ? -1 : 1;
        const double cosine = std::cos(pose.rotation) / scale, sine = std::sin(pose.rotation) / scale;
        const double from_x = static_cast<double>(x0) + box_width / 2 - pose.x * scale_,
                     from_y = static_cast<double>(y0) + box_height / 2 - pose.y * scale_;
        matrices.push_back({static_cast<float>(mirror * cosine * box_width / side),
                            static_cast<float>(mirror * sine * box_height / side),
                            static_cast<float>(mirror * (cosine * from_x + sine * from_y) * 2 / side),
                            static_cast<float>(-sine * box_width / side),
                            static_cast<float>(cosine * box_height / side),
                            static_cast<float>((-sine * from_x + cosine * from_y) * 2 / side)});
    }
    if (track.first_scale * scale_ < .6) { // shrunk artwork is averaged first, or it flickers
        sprite = F::interpolate(F::avg_pool2d(sprite.unsqueeze(0), F::AvgPool2dFuncOptions(2)),
                                F::InterpolateFuncOptions()
                                    .scale_factor(std::vector<double>{2, 2})
                                    .mode(torch::kBilinear)
                                    .align_corners(false))[0];
    }
    const int64_t frames = animation.frame_count();
    const torch::Tensor grid = F::affine_grid(to_tensor(matrices, device_), {frames, 4, y1 - y0, x1 - x0}, false);
    const torch::Tensor texture = sprite.unsqueeze(0).expand({frames, 4, sprite.size(1), sprite.size(2)});
    const torch::Tensor drawn = F::grid_sample(
        texture, grid,
        F::GridSampleFuncOptions().mode(torch::kBilinear).padding_mode(torch::kZeros).align_corners(false));
    const torch::Tensor alpha = drawn.narrow(1, 3, 1);
    torch::Tensor box = picture.narrow(2, y0, y1 - y0).narrow(3, x0, x1 - x0);
    box.mul_(1 - alpha).add_(drawn.narrow(1, 0, 3) * per_frame(animation.light, device_));
    torch::Tensor covered = coverage.narrow(2, y0, y1 - y0).narrow(3, x0, x1 - x0);
    covered.copy_(torch::maximum(covered, alpha));
}

void WorldRenderer::add_weather(const ClipAnimation& animation, torch::Tensor& picture) {
    std::vector<double> strength;
    int64_t kind = 0;
    for (const WeatherState& state : animation.weather) {
        strength.push_back(state.strength);
        kind = std::max(kind, state.kind);
    }
    if (kind == 0) {
        return;
    }
    const std::string& name = vocabulary_.weathers[static_cast<size_t>(kind)].name;
    const torch::Tensor weight = per_frame(strength, device_);
    if (name == "fog") {
        const torch::Tensor depth = torch::linspace(.45, .75, size_.height, device_).view({1, 1, -1, 1});
        picture.lerp_(torch::full_like(picture, .82), weight * depth);
        return;
    }
    auto& tile = weathers_[kind];
    if (!tile.defined()) {
        tile = draw_weather(name, size_.height).to(device_).to(torch::kFloat32).div_(255);
    }
    std::vector<torch::Tensor> rolled;
    for (const WeatherState& state : animation.weather) {
        const auto age = static_cast<double>(state.frame);
        const double fall = name == "rain" ? 11 : 2.2, drift = name == "rain" ? -2.4 : 1.2 * std::sin(.2 * age);
        const auto dx = static_cast<int64_t>(
            std::lround(age * (name == "rain" ? drift : 0) * scale_ + (name == "rain" ? 0 : 4 * drift)));
        const auto dy = static_cast<int64_t>(std::lround(age * fall * scale_));
        rolled.push_back(torch::roll(tile.narrow(2, 1, tile.size(2) - 2), {dy, dx}, {1, 2}).narrow(2, 0, size_.width));
    }
    const torch::Tensor drops = torch::stack(rolled) * weight * (name == "rain" ? .6 : .95); // premultiplied
    picture.mul_(1 - drops.narrow(1, 3, 1)).add_(drops.narrow(1, 0, 3));
    picture.mul_(1 - .12 * weight);
}

RenderedClip WorldRenderer::render(const ClipAnimation& animation) {
    const torch::InferenceMode no_gradients;
    const int64_t frames = animation.frame_count();
    torch::Tensor picture =
        torch::empty({frames, 3, size_.height, size_.width}, torch::TensorOptions(torch::kFloat32).device(device_));
    for (size_t i = 0; i < animation.backdrops.size(); ++i) {
        const BackdropSpan& span = animation.backdrops[i];
        const torch::Tensor drawn = draw_backdrop(animation, span);
        torch::Tensor shown = picture.narrow(0, span.first_frame, span.end_frame - span.first_frame);
        if (i == 0) {
            shown.copy_(drawn);
            continue;
        }
        const std::vector<double> fade(animation.fade.begin() + span.first_frame,
                                       animation.fade.begin() + span.end_frame);
        const auto overlap = std::min(animation.backdrops[i - 1].end_frame, span.end_frame) - span.first_frame;
        shown.narrow(0, overlap, shown.size(0) - overlap).copy_(drawn.narrow(0, overlap, shown.size(0) - overlap));
        shown.narrow(0, 0, overlap)
            .lerp_(drawn.narrow(0, 0, overlap), per_frame({fade.begin(), fade.begin() + overlap}, device_));
    }
    torch::Tensor coverage = torch::zeros({frames, 1, size_.height, size_.width}, picture.options());
    for (const SpriteTrack& track : animation.sprites) {
        add_sprite(animation, track, picture, coverage);
    }
    add_weather(animation, picture);
    const torch::Tensor mask = F::max_pool2d(coverage, F::MaxPool2dFuncOptions(8)).squeeze(1);
    return {picture.clamp_(0, 1).mul_(255).round_().to(torch::kUInt8), mask};
}

} // namespace longtake
