// SPDX-License-Identifier: Apache-2.0
#include "core/film/farm_job.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>

namespace longtake {

namespace {

using Json = nlohmann::ordered_json;

/// Longest job name of the specification without extensions.
constexpr size_t kLongestName = 128;
constexpr size_t kNone = std::string::npos;

/// Without control signs and without "{{", which begins a format string; never empty.
std::string safe_name(const std::string& title) {
    std::string name;
    for (const char letter : title) {
        const bool is_plain =
            static_cast<unsigned char>(letter) >= 0x20 && letter != 0x7F && letter != '{' && letter != '}';
        name += is_plain ? letter : ' ';
    }
    if (name.size() > kLongestName) {
        size_t end = kLongestName; // not in the middle of a letter of several bytes
        while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xC0) == 0x80) {
            --end;
        }
        name.resize(end);
    }
    return name.find_first_not_of(' ') == std::string::npos ? "film" : name;
}

std::string numbered(const char* what, size_t number) {
    char text[40];
    std::snprintf(text, sizeof text, "%s-%03zu", what, number);
    return text;
}

Result<void> check_renderable(const RenderPlan& plan) {
    std::string blocked;
    for (const PlannedShot& shot : plan.shots) {
        if (shot.is_blocked) {
            blocked += (blocked.empty() ? "" : "; ") + shot.id.value + ": " +
                       (shot.reasons.empty() ? "it cannot be rendered" : to_string(shot.reasons.front()));
        }
    }
    return blocked.empty() ? Result<void>() : Result<void>(bad_input("some shots cannot be rendered: " + blocked));
}

/// A quoted word for bash, whatever is in it.
std::string quoted(const std::string& text) {
    std::string out = "'";
    for (const char letter : text) {
        out += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    }
    return out + "'";
}

Json action(const std::vector<std::string>& arguments) {
    return {{"actions",
             {{"onRun",
               {{"command", "{{Param.Longtake}}"},
                {"args", arguments},
                // A render that is told to end leaves a checkpoint within a step.
                {"cancelation", {{"mode", "NOTIFY_THEN_TERMINATE"}, {"notifyPeriodInSeconds", 60}}}}}}}};
}

/// With braces that begin no format string.
std::string plain_default(std::string text) {
    for (size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{", at)) {
        text.replace(at, 2, "{ {");
    }
    return text;
}

/// Default paths of a template must be relative to it, and films live anywhere: paths are given with the job.
Json parameters() {
    return Json::array(
        {{{"name", "Film"},
          {"type", "PATH"},
          {"objectType", "FILE"},
          {"dataFlow", "INOUT"},
          {"description", "The film. Its takes go into the .t2vdata folder beside it, which all machines share."}},
         {{"name", "Output"},
          {"type", "PATH"},
          {"objectType", "FILE"},
          {"dataFlow", "OUT"},
          {"description", "The finished film."}},
         {{"name", "Longtake"},
          {"type", "STRING"},
          {"description", "The program longtake on the machines."},
          {"default", "longtake"}},
         {{"name", "Device"},
          {"type", "STRING"},
          {"description", "auto, cpu, cuda, cuda:N or mps."},
          {"default", "auto"}}});
}

} // namespace

Result<FarmJob> make_farm_job(const RenderPlan& plan, const std::string& title, FarmStep step) {
    if (auto renderable = check_renderable(plan); !renderable) {
        return renderable.error();
    }
    FarmJob job;
    job.name = safe_name(title);
    size_t sequence = 0;
    size_t before = kNone; // the sequence's task so far
    for (size_t index = 0; index < plan.shots.size(); ++index) {
        const PlannedShot& shot = plan.shots[index];
        if (index == 0 || shot.seam != SeamKind::Continue) {
            ++sequence;
            before = kNone;
        }
        if (!shot.needs_render) {
            continue;
        }
        if (step == FarmStep::Sequence && before != kNone) {
            FarmTask& task = job.tasks[before];
            task.shots = task.shots.substr(0, task.shots.find("..")) + ".." + shot.id.value;
            task.memory_bytes = std::max(task.memory_bytes, shot.cost.memory_bytes);
            continue;
        }
        FarmTask task;
        task.name = step == FarmStep::Sequence ? numbered("sequence", sequence) : numbered("shot", index + 1);
        task.shots = shot.id.value;
        task.memory_bytes = shot.cost.memory_bytes;
        if (before != kNone) {
            task.behind = {before};
        }
        before = job.tasks.size();
        job.tasks.push_back(std::move(task));
    }
    return job;
}

std::string to_open_job_description(const FarmJob& job, const FarmPlace& place) {
    Json steps = Json::array();
    for (const FarmTask& task : job.tasks) {
        Json step{{"name", task.name}};
        if (!task.behind.empty()) {
            step["dependencies"] = Json::array();
            for (const size_t before : task.behind) {
                step["dependencies"].push_back({{"dependsOn", job.tasks[before].name}});
            }
        }
        Json amounts =
            Json::array({{{"name", "amount.worker.memory"}, {"min", std::max<int64_t>(1, task.memory_bytes >> 20)}}});
        if (place.needs_gpu) {
            amounts.push_back({{"name", "amount.worker.gpu"}, {"min", 1}});
        }
        step["hostRequirements"] = {{"amounts", amounts}};
        step["script"] = action(
            {"render", "{{Param.Film}}", "--shots", task.shots, "--device", "{{Param.Device}}", "--progress", "json"});
        steps.push_back(std::move(step));
    }
    Json film{{"name", "film"}};
    if (!job.tasks.empty()) {
        film["dependencies"] = Json::array();
        for (const FarmTask& task : job.tasks) {
            film["dependencies"].push_back({{"dependsOn", task.name}});
        }
    }
    film["script"] = action({"render", "{{Param.Film}}", "--device", "{{Param.Device}}", "-o", "{{Param.Output}}"});
    steps.push_back(std::move(film));
    const Json job_template{{"specificationVersion", "jobtemplate-2023-09"},
                            {"name", plain_default(job.name)},
                            {"parameterDefinitions", parameters()},
                            {"steps", steps}};
    return job_template.dump(2) + "\n";
}

std::string to_open_job_parameters(const FarmPlace& place) {
    return Json{{"Film", place.film}, {"Output", place.output}}.dump(2) + "\n";
}

std::string to_slurm_script(const FarmJob& job, const FarmPlace& place) {
    std::string script =
        "#!/usr/bin/env bash\n"
        "# Renders a film on a Slurm cluster; made by `longtake farm`. All machines must see the film's folder.\n"
        "# Options for every job can be added: SBATCH_OPTIONS='--partition=gpu --time=2:00:00' ./submit.sh\n"
        "set -euo pipefail\n"
        "export LONGTAKE_FILM=${LONGTAKE_FILM:-" +
        quoted(place.film) +
        "}\n"
        "export LONGTAKE_OUTPUT=${LONGTAKE_OUTPUT:-" +
        quoted(place.output) +
        "}\n"
        "export LONGTAKE_PROGRAM=${LONGTAKE_PROGRAM:-longtake}\n"
        "export LONGTAKE_DEVICE=${LONGTAKE_DEVICE:-auto}\n"
        "read -r -a options <<<\"${SBATCH_OPTIONS:-}\"\n"
        "\n"
        "# submit NAME DEPENDENCY COMMAND: the job's number. What continues a failed job is cancelled, other jobs go "
        "on.\n"
        "submit() {\n"
        "    local behind=()\n"
        "    [ -z \"$2\" ] || behind=(--dependency=\"afterok:$2\")\n"
        "    sbatch --parsable --kill-on-invalid-dep=yes --signal=TERM@60 --requeue --job-name=\"$1\" \\\n"
        "        ${behind[@]+\"${behind[@]}\"} ${options[@]+\"${options[@]}\"} " +
        std::string(place.needs_gpu ? "--gpus=1 " : "") +
        "--wrap=\"$3\"\n"
        "}\n\n";
    std::string all;
    for (size_t index = 0; index < job.tasks.size(); ++index) {
        const FarmTask& task = job.tasks[index];
        const std::string variable = "job" + std::to_string(index + 1);
        std::string behind;
        for (const size_t before : task.behind) {
            behind += (behind.empty() ? "" : ":") + ("$job" + std::to_string(before + 1));
        }
        script += variable + "=$(submit " + task.name + " \"" + behind +
                  "\" 'exec \"$LONGTAKE_PROGRAM\" render \"$LONGTAKE_FILM\" --shots " + task.shots +
                  " --device \"$LONGTAKE_DEVICE\"')\n";
        all += (all.empty() ? "$" : ":$") + variable;
    }
    script += "film=$(submit film \"" + all +
              "\" 'exec \"$LONGTAKE_PROGRAM\" render \"$LONGTAKE_FILM\" --device \"$LONGTAKE_DEVICE\" -o "
              "\"$LONGTAKE_OUTPUT\"')\n"
              "echo \"" +
              std::to_string(job.tasks.size() + 1) + " jobs submitted; the last one is $film\"\n";
    return script;
}

} // namespace longtake
