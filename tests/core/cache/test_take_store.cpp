// SPDX-License-Identifier: Apache-2.0
#include "core/cache/failure_notes.h"
#include "tests/core/cache/take_fixtures.h"
#include "tests/support/small_disk.h"
#include "tests/support/temporary_folder.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <functional>

#ifndef _WIN32
#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#endif

using namespace longtake;
namespace fs = std::filesystem;

namespace {

void flip_byte(const fs::path& file, std::streamoff at) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(at);
    const char byte = static_cast<char>(stream.get());
    stream.seekp(at);
    stream.put(static_cast<char>(byte ^ 0x40));
}

std::string quarantine_reason(const TakeStore& store, const TakeId& take) {
    const auto text = read_file(store.folder() / "quarantine" / take.value / "reason.txt");
    return text ? *text : std::string();
}

} // namespace

TEST_SUITE("cache.take_store") {
    TEST_CASE("a take is found, verified and complete") {
        const TemporaryFolder folder;
        TakeStore store(folder.path() / "film.t2vdata");
        CHECK(store.load()->takes().empty());
        const auto put = put_take(store, plain_receipt("a fox"));
        REQUIRE(put);
        CHECK(put->files.size() == 3);
        CHECK(put->take.value == "t" + put->key.substr(0, 12));
        const auto index = TakeStore(store.folder()).load();
        REQUIRE(index);
        CHECK(index->takes().size() == 1);
        CHECK(*index->find(put->take) == *put);
        CHECK(*TakeStore(store.folder()).verify(put->take) == *put);
        CHECK(data_folder_of("a/my film.t2vproj") == fs::path("a/my film.t2vdata"));
    }

    TEST_CASE("takes of one key get different ids, and the newest comes first") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        Receipt receipt = plain_receipt("a fox");
        const auto first = put_take(store, receipt);
        receipt.serial = 2;
        const auto second = put_take(store, receipt);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(second->take.value == first->take.value + "-2");
        const auto index = store.load();
        const auto found = index->with_key(first->key);
        REQUIRE(found.size() == 2);
        CHECK(found[0]->take == second->take);
        CHECK(index->of_shot({"s1"})[1]->take == first->take);
        CHECK(index->next_serial() == 3);
    }

    TEST_CASE("two takes begun at once do not meet") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        const std::string key = shot_key(plain_recipe("a fox"));
        auto first = store.begin(key);
        auto second = store.begin(key);
        REQUIRE(first);
        REQUIRE(second);
        CHECK(first->folder() != second->folder());
    }

    TEST_CASE("a take that was begun and not finished leaves nothing") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        {
            auto take = store.begin(shot_key(plain_recipe("a fox")));
            REQUIRE(take);
            REQUIRE(write_file_atomically(take->file(kLatentsFile), "x"));
            CHECK(store.load()->takes().empty());
            // Without frames it is no take.
            CHECK_FALSE(store.commit(std::move(*take), plain_receipt("a fox")));
        }
        CHECK(fs::is_empty(folder.path() / "takes"));
    }

    TEST_CASE("every damage is noticed, and the take is set aside and never given out") {
        struct Damage {
            const char* reason;
            std::function<void(const fs::path&)> apply;
            bool is_seen_by_load;
        };
        const std::vector<Damage> damages = {
            {"not what was written", [](const fs::path& take) { flip_byte(take / kLatentsFile, 100); }, false},
            {"not what was written", [](const fs::path& take) { flip_byte(take / kFramesFile, 0); }, false},
            {"bytes instead of", [](const fs::path& take) { fs::resize_file(take / kFramesFile, 17); }, true},
            {"bytes instead of", [](const fs::path& take) { fs::resize_file(take / kLatentsFile, 0); }, true},
            {"is not there", [](const fs::path& take) { fs::remove(take / kThumbFile); }, true},
            {"changed or is damaged",
             [](const fs::path& take) {
                 std::string text = *read_file(take / kReceiptFile);
                 text.replace(text.find("a fox"), 5, "a cat");
                 REQUIRE(write_file_atomically(take / kReceiptFile, text));
             },
             true},
            {"receipt", [](const fs::path& take) { fs::resize_file(take / kReceiptFile, 40); }, true},
            {"receipt.json", [](const fs::path& take) { fs::remove(take / kReceiptFile); }, true},
        };
        for (const Damage& damage : damages) {
            CAPTURE(damage.reason);
            const TemporaryFolder folder;
            TakeStore writer(folder.path());
            const auto take = put_take(writer, plain_receipt("a fox"));
            REQUIRE(take);
            damage.apply(writer.take_folder(take->take));
            TakeStore store(folder.path());
            const auto index = store.load();
            REQUIRE(index);
            CHECK(index->takes().empty() == damage.is_seen_by_load);
            CHECK(index->quarantined().size() == (damage.is_seen_by_load ? 1 : 0));
            CHECK_FALSE(store.verify(take->take));
            CHECK(store.load()->takes().empty());
            CHECK(quarantine_reason(store, take->take).find(damage.reason) != std::string::npos);
        }
    }

    TEST_CASE("one file of a take is verified alone") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        const auto take = put_take(store, plain_receipt("a fox"));
        REQUIRE(take);
        flip_byte(store.take_folder(take->take) / kLatentsFile, 9);
        TakeStore other(folder.path());
        const auto frames = other.verified_file(*take, kFramesFile);
        REQUIRE(frames);
        CHECK(*frames == store.take_folder(take->take) / kFramesFile);
        CHECK_FALSE(other.verified_file(*take, "sound.wav"));
        CHECK_FALSE(other.verified_file(*take, kLatentsFile));
        CHECK(other.load()->takes().empty());
    }

    TEST_CASE("a foreign take, copied under another name, is set aside") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        const auto take = put_take(store, plain_receipt("a fox"));
        REQUIRE(take);
        fs::copy(store.take_folder(take->take), folder.path() / "takes" / "stranger", fs::copy_options::recursive);
        fs::create_directory(folder.path() / "takes" / "empty");
        const auto index = store.load();
        REQUIRE(index);
        CHECK(index->takes().size() == 1);
        REQUIRE(index->quarantined().size() == 2);
        CHECK(quarantine_reason(store, {"stranger"}).find(take->take.value) != std::string::npos);
    }

    TEST_CASE("a receipt that names files outside its folder is refused") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        const auto take = put_take(store, plain_receipt("a fox"));
        REQUIRE(take);
        Receipt forged = *take;
        forged.files["../../secret"] = {4, "00"};
        REQUIRE(write_file_atomically(folder.path() / "secret", "four"));
        REQUIRE(write_file_atomically(store.take_folder(take->take) / kReceiptFile, to_json(forged)));
        CHECK(store.load()->takes().empty());
        CHECK_FALSE(store.verify({"../secret"}));
    }

    TEST_CASE("takes form a tree; missing parents and circles are errors in words") {
        const auto make = [](const char* id, const char* parent, const char* parent_latents, const char* latents) {
            Receipt receipt = plain_receipt(id);
            receipt.take = {id};
            receipt.continues_from = {parent};
            receipt.context_sha256 = parent_latents;
            receipt.files[kLatentsFile] = {1, latents};
            return receipt;
        };
        const Receipt first = make("a", "", "", "11");
        const Receipt second = make("b", "a", "11", "22");
        const TakeIndex tree({first, second}, {}, {});
        CHECK(*tree.stream_of({"b"}) == std::vector<TakeId>{{"b"}, {"a"}});
        CHECK(tree.children_of({"a"}) == std::vector<TakeId>{{"b"}});
        CHECK(tree.children_of({"b"}).empty());
        // The parent was rendered again under another name, to the same latents.
        CHECK(*TakeIndex({make("a-2", "", "", "11"), second}, {}, {}).stream_of({"b"}) ==
              std::vector<TakeId>{{"b"}, {"a-2"}});
        const auto orphan = TakeIndex({second}, {}, {}).stream_of({"b"});
        CHECK(orphan.error().message.find("b continues from a") != std::string::npos);
        const auto changed = TakeIndex({make("a", "", "", "99"), second}, {}, {}).stream_of({"b"});
        CHECK_FALSE(changed);
        const auto circle = TakeIndex({make("a", "b", "22", "11"), second}, {}, {}).stream_of({"b"});
        CHECK(circle.error().message.find("b continues from a continues from b") != std::string::npos);
        CHECK_FALSE(tree.stream_of({"c"}));
    }

    TEST_CASE("deleting removes takes for good") {
        const TemporaryFolder folder;
        TakeStore store(folder.path());
        const auto take = put_take(store, plain_receipt("a fox"));
        REQUIRE(take);
        REQUIRE(store.remove({take->take}));
        CHECK(fs::is_empty(folder.path() / "takes"));
        CHECK_FALSE(store.verify(take->take));
        CHECK_FALSE(store.remove({take->take}));
    }

    TEST_CASE("a full disk while a take is stored: an error, and nothing of it stays") {
        for (const int64_t kibibytes : {4, 8, 16, 20}) {
            CAPTURE(kibibytes);
            const SmallDisk disk(kibibytes * 1024);
            if (!disk.is_mounted()) {
                MESSAGE("needs the right to mount a small disk");
                return;
            }
            TakeStore store(disk.path());
            const auto put = put_take(store, plain_receipt("a fox"));
            REQUIRE_FALSE(put);
            CHECK(put.error().hint.find("full") != std::string::npos);
            CHECK(store.load()->takes().empty());
            CHECK(fs::is_empty(disk.path() / "takes"));
        }
    }

    TEST_CASE("failures of shots are remembered until cleared") {
        const TemporaryFolder folder;
        REQUIRE(record_failure(folder.path(), {"s1"}, {"key", "numerical error at step 3 \xff"}));
        const auto index = TakeStore(folder.path()).load();
        CHECK(index->failures().at({"s1"}).key == "key");
        CHECK(index->failures().at({"s1"}).message.starts_with("numerical error at step 3"));
        clear_failure(folder.path(), {"s1"});
        CHECK(TakeStore(folder.path()).load()->failures().empty());
    }

#ifndef _WIN32
    TEST_CASE("kill -9 at every stage of storing takes leaves whole takes only") {
        for (int stage = 0; stage < 12; ++stage) {
            CAPTURE(stage);
            const TemporaryFolder folder;
            int reports[2] = {};
            REQUIRE(pipe(reports) == 0);
            const pid_t child = fork();
            if (child == 0) {
                TakeStore store(folder.path());
                const auto tell = [&] { [[maybe_unused]] const ssize_t told = write(reports[1], "x", 1); };
                for (int number = 0;; ++number) {
                    Receipt receipt = plain_receipt("prompt " + std::to_string(number));
                    auto take = store.begin(shot_key(receipt.recipe));
                    tell();
                    (void)write_file_atomically(take->file(kLatentsFile), std::string(300000, 'l'));
                    tell();
                    (void)write_file_atomically(take->file(kFramesFile), std::string(300000, 'f'));
                    tell();
                    (void)store.commit(std::move(*take), receipt);
                }
            }
            close(reports[1]);
            char told = 0;
            for (int count = 0; count <= stage; ++count) {
                REQUIRE(read(reports[0], &told, 1) == 1);
            }
            kill(child, SIGKILL);
            waitpid(child, nullptr, 0);
            close(reports[0]);
            TakeStore store(folder.path());
            const auto index = store.load();
            REQUIRE(index);
            CHECK(index->quarantined().empty());
            CHECK(index->takes().size() >= static_cast<size_t>(stage / 3));
            for (const auto& [id, receipt] : index->takes()) {
                CHECK(store.verify(id));
            }
            store.remove_leftovers();
            const auto entries =
                std::distance(fs::directory_iterator(folder.path() / "takes"), fs::directory_iterator());
            CHECK(static_cast<size_t>(entries) == index->takes().size());
        }
    }
#endif
}
