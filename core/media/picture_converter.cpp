// SPDX-License-Identifier: Apache-2.0
#include "core/media/picture_converter.h"

#include "core/media/gif_palette.h"

#include <algorithm>
#include <cstring>
#include <vector>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace longtake {

namespace {

constexpr int kExactScaling = SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP | SWS_BITEXACT;
constexpr int kBt709FromLines = 720;
constexpr int kUnity = 1 << 16; // sws fixed point for contrast and saturation

AvScalerHandle
make_scaler(Size size, AVPixelFormat from, AVPixelFormat to, int colour_space, bool is_full_from, bool is_full_to) {
    AvScalerHandle scaler(sws_getContext(static_cast<int>(size.width), static_cast<int>(size.height), from,
                                         static_cast<int>(size.width), static_cast<int>(size.height), to, kExactScaling,
                                         nullptr, nullptr, nullptr));
    if (scaler != nullptr) {
        const int* matrix = sws_getCoefficients(colour_space);
        sws_setColorspaceDetails(scaler.get(), matrix, is_full_from ? 1 : 0, matrix, is_full_to ? 1 : 0, 0, kUnity,
                                 kUnity);
    }
    return scaler;
}

void write_palette(const Frame& frame, AVFrame& picture) {
    const PalettePicture converted = to_palette(frame);
    const auto width = static_cast<size_t>(picture.width);
    for (size_t y = 0; y < static_cast<size_t>(picture.height); ++y) {
        std::copy_n(converted.indices.begin() + static_cast<std::ptrdiff_t>(y * width), width,
                    picture.data[0] + static_cast<std::ptrdiff_t>(y) * picture.linesize[0]);
    }
    std::memcpy(picture.data[1], converted.colours.data(), sizeof converted.colours);
}

bool is_rgb(AVPixelFormat format) {
    return (av_pix_fmt_desc_get(format)->flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
}

Error conversion_failure(Size size) {
    return {ErrorCode::Internal, "converting a picture of " + to_string(size) + " failed", {}};
}

int matrix_of(const AVFrame& picture) {
    switch (picture.colorspace) {
    case AVCOL_SPC_BT709: return SWS_CS_ITU709;
    case AVCOL_SPC_BT470BG:
    case AVCOL_SPC_SMPTE170M: return SWS_CS_ITU601;
    case AVCOL_SPC_BT2020_NCL:
    case AVCOL_SPC_BT2020_CL: return SWS_CS_BT2020;
    default: return picture.height >= kBt709FromLines ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

} // namespace

Result<PictureWriter> PictureWriter::create(Size size, AVPixelFormat format) {
    PictureWriter made;
    made.size_ = size;
    if (format != AV_PIX_FMT_PAL8) {
        made.scaler_ = make_scaler(size, AV_PIX_FMT_RGB24, format, SWS_CS_ITU709, true, is_rgb(format));
    }
    made.picture_.reset(av_frame_alloc());
    if ((made.scaler_ == nullptr && format != AV_PIX_FMT_PAL8) || made.picture_ == nullptr) {
        return conversion_failure(size);
    }
    AVFrame& picture = *made.picture_;
    picture.format = format;
    picture.width = static_cast<int>(size.width);
    picture.height = static_cast<int>(size.height);
    picture.colorspace = is_rgb(format) ? AVCOL_SPC_RGB : AVCOL_SPC_BT709;
    picture.color_primaries = AVCOL_PRI_BT709;
    picture.color_trc = AVCOL_TRC_BT709;
    picture.color_range = is_rgb(format) ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG;
    if (av_frame_get_buffer(&picture, 0) < 0) {
        return conversion_failure(size);
    }
    return made;
}

Result<AVFrame*> PictureWriter::convert(const Frame& frame) {
    // An encoder may still hold the last picture; then this gives us pixels of our own.
    if (av_frame_make_writable(picture_.get()) < 0) {
        return conversion_failure(size_);
    }
    if (scaler_ == nullptr) {
        write_palette(frame, *picture_);
        return picture_.get();
    }
    const uint8_t* rows[] = {frame.pixels().data()};
    const int stride[] = {static_cast<int>(size_.width * 3)};
    if (sws_scale(scaler_.get(), rows, stride, 0, static_cast<int>(size_.height), picture_->data, picture_->linesize) !=
        picture_->height) {
        return conversion_failure(size_);
    }
    return picture_.get();
}

Result<Frame> PictureReader::convert(const AVFrame& picture) {
    const Size size{picture.width, picture.height};
    const int colour_space = matrix_of(picture);
    if (scaler_ == nullptr || width_ != picture.width || height_ != picture.height || format_ != picture.format ||
        colour_space_ != colour_space || range_ != picture.color_range) {
        const auto format = static_cast<AVPixelFormat>(picture.format);
        const bool is_full = is_rgb(format) || picture.color_range == AVCOL_RANGE_JPEG;
        scaler_ = make_scaler(size, format, AV_PIX_FMT_RGB24, colour_space, is_full, true);
        width_ = picture.width;
        height_ = picture.height;
        format_ = picture.format;
        colour_space_ = colour_space;
        range_ = picture.color_range;
    }
    if (scaler_ == nullptr) {
        return conversion_failure(size);
    }
    // swscale's vector loops may write whole vectors past the end of a row, so rows are padded here and packed after.
    const int64_t stride = (size.width * 3 + 63) / 64 * 64 + 64;
    std::vector<uint8_t> padded(static_cast<size_t>(stride * size.height));
    uint8_t* rows[] = {padded.data()};
    const int strides[] = {static_cast<int>(stride)};
    if (sws_scale(scaler_.get(), picture.data, picture.linesize, 0, picture.height, rows, strides) != picture.height) {
        return conversion_failure(size);
    }
    std::vector<uint8_t> pixels(static_cast<size_t>(size.width * size.height * 3));
    for (int64_t y = 0; y < size.height; ++y) {
        std::copy_n(padded.begin() + y * stride, size.width * 3, pixels.begin() + y * size.width * 3);
    }
    return Frame(size, std::move(pixels));
}

} // namespace longtake
