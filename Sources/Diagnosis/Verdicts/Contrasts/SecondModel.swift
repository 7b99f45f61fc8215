import Catalog
import JSONText
import Report
import WireText

/// A program that calls another model beside the one that was chosen: for titles, summaries, small tasks or helpers.
///
/// Sources: <https://code.claude.com/docs/en/model-config>, <https://www.librechat.ai/docs/configuration/librechat_yaml>,
/// <https://docs.openwebui.com/getting-started/env-configuration>, <https://opencode.ai/docs/config>,
/// <https://aider.chat/docs/config/options.html>, <https://zed.dev/docs/ai/agent-settings>.
struct SecondModel: Sendable {
    let program: ClientProgram

    /// What it calls it for.
    let purpose: String

    /// Where it is set.
    let setting: String

    /// What stands in a log of such a call.
    let marks: [String]

    /// The command that sets it to a model, where a variable does.
    var variable: String?

    /// The variable that chooses the first model, where one does.
    var chosen: String?

    static let all: [SecondModel] = [
        SecondModel(
            program: .claudeCode,
            purpose: "a small model (Haiku) for background work, and helpers with models of their own",
            setting: """
                ANTHROPIC_DEFAULT_HAIKU_MODEL (ANTHROPIC_SMALL_FAST_MODEL in older versions; its region is \
                ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION), ANTHROPIC_DEFAULT_SONNET_MODEL and ANTHROPIC_DEFAULT_OPUS_MODEL, \
                CLAUDE_CODE_SUBAGENT_MODEL, and model in the files of .claude/agents
                """,
            marks: [], variable: "ANTHROPIC_DEFAULT_HAIKU_MODEL", chosen: "ANTHROPIC_MODEL"),
        SecondModel(
            program: .libreChat, purpose: "a model for the title of a conversation",
            setting: """
                titleModel under endpoints.bedrock in librechat.yaml, or titleConvo: false; the title is asked for with little room for an answer, and with the \
                conversation's own parameters, thinking among them
                """,
            marks: ["titleConvo", "#title", "generateTitle"]),
        SecondModel(
            program: .openWebUI, purpose: "a task model for titles, tags and follow-up questions",
            setting: "Admin Panel, Settings, Interface, Task Model (TASK_MODEL, TASK_MODEL_EXTERNAL)",
            marks: [
                "title_generation", "tags_generation", "generate_title", "generate_chat_tags", "follow_up_generation",
            ]),
        SecondModel(
            program: .opencode, purpose: "a small model for titles", setting: "small_model in opencode.json",
            marks: ["agent=title", "small=true"]),
        SecondModel(
            program: .aider, purpose: "a weak model for commit messages and summaries, and an editor model",
            setting: "--weak-model and --editor-model", marks: ["weak_model", "weak-model"]),
        SecondModel(
            program: .zed, purpose: "models for thread summaries and commit messages",
            setting:
                "agent.thread_summary_model, agent.commit_message_model and agent.inline_assistant_model in settings.json",
            marks: ["thread_summary", "commit_message_model"]),
        SecondModel(
            program: .lobeChat, purpose: "models for naming topics, translation and history summaries",
            setting: "Settings, System Assistant", marks: ["topic naming", "summaryTitle"]),
    ]

    static func of(_ program: ClientProgram?) -> SecondModel? {
        all.first { $0.program == program }
    }

    func remedy(because reason: String, chosen model: String?) -> Remedy {
        Remedy(
            """
            Set \(program.name)'s second model to one that answers: \(setting). \(reason), and \(program.name) calls more than the model that was chosen: \(purpose). See which id is refused (its debug log, or modelId in \
            CloudTrail) before anything is changed for the chosen one.
            """,
            command: variable.flatMap { name in model.flatMap(Self.plain).map { "export \(name)=\($0)" } })
    }

    /// What to do where the refusal names a model that nobody chose.
    func remedy(refused: String, chosen: String, line: Int) -> Remedy {
        let variable = variable.map { "\($0) or another setting of it" } ?? "its setting"
        return Remedy(
            """
            Set \(program.name)'s second model to one that may be called: what is refused is \(PrintableText.escaped(refused, limit: 80)), and not the model that was chosen (line \(line)). \
            \(program.name) calls \(purpose); \(variable) says which: \(setting). Else have the refused model allowed where the refusal says.
            """,
            command: self.variable.flatMap { name in Self.plain(chosen).map { "export \(name)=\($0)" } })
    }

    /// What to do where the chosen model is answered through a profile, and the refused one is the program's own choice.
    func remedy(refused: String, works: String, by prefix: String, line: Int) -> Remedy {
        let id = "\(prefix).\(ModelPrefix.split(refused).bare)"
        return Remedy(
            """
            Set \(program.name)'s second model to a profile of the geography that works: \(PrintableText.escaped(id, limit: 100)). \(PrintableText.escaped(works, limit: 80)) is answered (line \(line)), \
            and what is refused is \(PrintableText.escaped(refused, limit: 80)), which \(program.name) calls for \(purpose). Where it is set: \(setting).
            """,
            command: variable.flatMap { name in Self.plain(id).map { "export \(name)=\($0)" } })
    }

    /// A model's id that is safe in a command.
    private static func plain(_ model: String) -> String? {
        let isPlain = model.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-._:/".utf8.contains($0) }
        return isPlain && !model.isEmpty && model.utf8.count < 200 ? model : nil
    }
}
