import Catalog
import Codes
import Evidence
import JSONText
import Report

/// A model or profile that a program called by itself, and that nobody set: by its kind, or since the refusal names none at all.
enum UnchosenModel {
    /// What to do where the refused profile is AWS's own, and the account's own profiles are set.
    static func ownProfile(_ scene: Scene, _ finding: Finding, family: CauseFamily, text: String) -> Remedy? {
        guard family == .denied, let refused = finding.facts["resource"]?.stringValue.flatMap(ResourceName.init),
            refused.service == "bedrock", refused.resource.hasPrefix("inference-profile/"), let id = refused.bedrockID,
            setsOwnProfiles(text)
        else { return nil }
        return ofOwnProfiles(id, SecondModel.of(scene.program))
    }

    /// What to do where neither refusal nor text names a model, and the program calls several.
    static func unnamed(_ scene: Scene, _ finding: Finding, _ words: ReporterWords) -> Remedy? {
        guard finding.code == .modelAccessNotGranted, finding.facts["model"] == nil, finding.facts["told"] == nil,
            scene.model == nil, let second = SecondModel.of(scene.program), let chosen = second.chosen,
            !words.variables.contains(where: { $0.name == chosen && !$0.isBlank })
        else { return nil }
        return ofNone(second, chosen)
    }

    /// Whether the text says that profiles of the account's own are set in the program.
    private static func setsOwnProfiles(_ text: String) -> Bool {
        let words = WordText(text)
        return words.has(
            "set|setting|sets|use|using|configured|configure|pointed|variables application inference profile|profiles")
    }

    /// AWS's own profile was called, where the account's own were set.
    private static func ofOwnProfiles(_ id: String, _ second: SecondModel?) -> Remedy {
        let shown = PrintableText.escaped(id, limit: 80)
        let name = second?.program.name ?? "the client"
        let setting =
            second.map { ": \($0.setting)" }
            ?? ": every variable and setting of the client that names a model, those of its side tasks among them"
        return Remedy(
            """
            Set every model of \(name) to an application inference profile, those of its side tasks, too. What is refused is AWS's own profile \(shown), which \(name) called by itself, and not one that is set. \
            Where they are set\(setting). Update \(name): older versions call AWS's profile in some commands whatever is set. Allow AWS's profile in the policy only if it is to be used.
            """)
    }

    /// The sentence names no model, and the program calls several.
    private static func ofNone(_ second: SecondModel, _ chosen: String) -> Remedy {
        let other = second.variable.map { " and \($0)" } ?? ""
        return Remedy(
            """
            Give the account access to both models that \(second.program.name) calls, or set \(chosen)\(other) to models that it has: beside the chosen one it calls \(second.purpose), and the refusal does not say which of them it is. \
            Its debug log shows the id, as does modelId in CloudTrail. Where they are set: \(second.setting).
            """)
    }
}

extension FailedCall {
    /// A model that the program takes by itself, as the reporter tells: a prefix before the chosen id changes nothing.
    var ownChoice: Remedy? {
        let told = WordText(shown.prefix(16_384))
        let isTold =
            told.has("always|silently|automatically defaults|default|falls|switches|swaps model|xmodel|profile")
            || told.has("hardcoded|hardcodes|hardwired model|models|xmodel|id|default")
            || told.has("regardless|whatever|irrespective model|xmodel|what selected|chosen|choose|select|configured")
            || told.has("instead model|xmodel i|we selected|chose|configured")
        guard isTold, !told.has("i|we hardcoded|hardcode"),
            let id = details.modelID.map({ PrintableText.escaped($0, limit: 100) })
        else { return nil }
        let name = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the program"
        return Remedy(
            """
            Update \(name), which called \(id) by itself here, as the text tells, and not the model that is set: its user cannot put another id or a prefix there. Until a version lets it be set, choose in it a model that it keeps for this kind of input (of its own list, images among them), or do without that input. \
            The model that was chosen is not the one that was refused.
            """
        ).about(.instruction)
    }

    /// A profile that code names by a library's constant, where the refusal names the bare model: the library lost the prefix on the way.
    var lostProfile: Remedy? {
        let shown = String(self.shown.prefix(32_768))
        guard let id = details.modelID, ModelPrefix.split(id).prefix == nil,
            let constant = Self.profileConstant(in: shown)
        else { return nil }
        let prefix = constant.prefix { $0 != "_" }.lowercased()
        let name = scene.client.map { PrintableText.escaped($0.value, limit: 60) } ?? "the library"
        return Remedy(
            """
            Update \(name), or name the profile by its id, \(prefix).\(PrintableText.escaped(id, limit: 80)), in place of the constant: \(PrintableText.escaped(String(constant), limit: 60)) is a profile, and what was sent is the bare model, so the library loses the prefix in this call. Where another of its calls \
            (chat in place of complete) gets through, use that one meanwhile. Region and access are not the matter.
            """
        ).about(.instruction)
    }

    /// `INFERENCE_MODELS.US_ANTHROPIC_CLAUDE_4_SONNET`: a part of the world and a provider, which the name of no region has.
    private static func profileConstant(in text: String) -> Substring? {
        let providers = ["ANTHROPIC", "CLAUDE", "AMAZON", "NOVA", "META", "LLAMA", "DEEPSEEK", "MISTRAL"]
        for start in [".US_", ".EU_", ".APAC_", ".GLOBAL_"] {
            for mark in text.ranges(of: start).prefix(32) {
                let name = text[mark.lowerBound...].dropFirst().prefix { $0.isUppercase || $0.isNumber || $0 == "_" }
                if providers.contains(where: { name.contains("_\($0)") }) { return name }
            }
        }
        return nil
    }
}
