// SPDX-License-Identifier: Apache-2.0
// Memory of weights that are mapped from a file. A layer gives it back after use, or all layers of a wide network would
// be in memory together; the system keeps the bytes in its file cache while there is room, and reads them again when
// they are touched.
#pragma once

#include <torch/types.h>

namespace longtake {

/// Takes the pages of a mapped view (SafetensorsFile::tensor) out of this process. Does nothing to a tensor with memory
/// of its own. Nobody may have written to the view: that would be lost.
void release_mapped(const torch::Tensor& tensor);

} // namespace longtake
