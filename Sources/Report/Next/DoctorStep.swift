import WireText

/// A run of `doctor` that is worth typing next.
///
/// It keeps the options of the run that suggests it: the same command keeps them all, another command those that it
/// takes too. A step that would only repeat the run has no command.
package struct DoctorStep: Sendable, Hashable {
    /// The command to run; `nil` for the one that is running.
    package var command: String?

    /// What the step sets, in the order of the command line.
    package var settings: [Setting] = []

    package var operands: [String] = []

    /// One thing that differs from the run.
    package enum Setting: Sendable, Hashable {
        /// The region; in a list of regions, in place of the one that was wrong.
        case region(String, insteadOf: String? = nil)
        case model(String)
        case option(String, String?)

        /// An option of the run that is left out.
        case without(String)
    }

    package init(_ command: String?, _ settings: [Setting] = [], operands: [String] = []) {
        self.command = command
        self.settings = settings
        self.operands = operands
    }

    /// The running command once more, with other settings.
    package static func again(_ settings: Setting...) -> DoctorStep { DoctorStep(nil, settings) }

    /// `doctor check` of a model; what is `nil` stays as it is in the run.
    package static func check(region: String?, model: String?) -> DoctorStep {
        DoctorStep("check", [region.map { .region($0) }, model.map(Setting.model)].compactMap(\.self))
    }

    /// `doctor models` for one model, or for the list that the run has.
    package static func models(region: String?, model: String? = nil) -> DoctorStep {
        DoctorStep("models", [model.map(Setting.model), region.map { .region($0) }].compactMap(\.self))
    }

    /// One model in every region.
    package static func everywhere(model: String) -> DoctorStep {
        DoctorStep("models", [.model(model), .without("--region"), .option("--regions", "all")])
    }

    package static let env = DoctorStep("env")

    /// Who the keys belong to, by STS.
    package static let identity = DoctorStep("env", [.option("--identity", nil)])

    /// The options that mean the same in each of these commands.
    private static let common: Set<String> = ["--timeout", "--color", "--format"]
    private static let service: Set<String> = ["--mock", "--endpoint-url", "--profile", "--prx", "--region", "--auth"]
    /// Options whose values may be secrets: a command with one of them is not written down again.
    private static let secret: Set<String> = [
        "--secret-access-key", "--session-token", "--bearer-token", "--header", "-H",
    ]
    /// What belongs to one run: the part of a plan that it had, what it took from an earlier report, which of its results
    /// were wanted, and how long it might take.
    private static let ofOneRun: Set<String> = [
        "--shard", "--plan", "--only-failed", "--run", "--skip", "--known-failing", "--list", "--deadline",
    ]
    private static let serviceCommands: Set<String> = [
        "check", "env", "clock", "models", "sign", "catalog",
    ]

    func command(in invocation: Invocation) -> String? {
        let name = command ?? invocation.command
        guard !name.isEmpty else { return nil }
        let isSame = name == invocation.command
        let kept = Self.withoutFiles(invocation).filter { !Self.ofOneRun.contains($0.name) }
        var options = isSame ? kept : carried(from: invocation, to: name)
        guard !options.contains(where: Self.mayHoldSecret) else { return nil }
        for setting in settings {
            guard apply(setting, to: &options, of: name) else { return nil }
        }
        let words = operands.isEmpty && isSame ? invocation.operands : operands
        if isSame, words == invocation.operands, Set(options) == Set(kept) { return nil }
        let parts = options.flatMap { [$0.name] + ($0.value.map { [$0] } ?? []) } + words
        let quoted = parts.map { part in part.hasPrefix("-") ? Self.plain(part) : ShellWord.quoted(part) }
        guard quoted.allSatisfy({ $0 != nil }) else { return nil }
        return (["doctor", name] + quoted.compactMap(\.self)).joined(separator: " ")
    }

    /// The options without the files of this run's results: a second run must not write over them, nor mix two forms on
    /// the screen.
    private static func withoutFiles(_ invocation: Invocation) -> [Invocation.Option] {
        guard invocation.has("--output") || invocation.has("-o") else { return invocation.options }
        return invocation.options.filter { !["--output", "-o", "--format"].contains($0.name) }
    }

    private static func mayHoldSecret(_ option: Invocation.Option) -> Bool {
        secret.contains(option.name) || (option.name == "--endpoint-url" && option.value?.contains("@") == true)
    }

    private func carried(from invocation: Invocation, to name: String) -> [Invocation.Option] {
        let isService = Self.serviceCommands.contains(name) && Self.serviceCommands.contains(invocation.command)
        return Self.withoutFiles(invocation).compactMap { option in
            switch option.name {
            case _ where Self.common.contains(option.name): option
            // What is signed is signed with a key pair.
            case "--auth" where name == "sign": nil
            case _ where isService && Self.service.contains(option.name): option
            case "--model" where isService && ["check", "sign"].contains(name): option
            case "--model" where isService && name == "models": .init("--models", option.value)
            default: nil
            }
        }
    }

    private func apply(_ setting: Setting, to options: inout [Invocation.Option], of name: String) -> Bool {
        switch setting {
        case .region(let region, let wrong):
            guard Self.isRegion(region) else { return false }
            if name == "models", let index = options.firstIndex(where: { $0.name == "--regions" }) {
                let list = (options[index].value ?? "").split(separator: ",").map { $0.drop { $0 == " " } }
                let isListed = list.contains { $0 == wrong ?? "" }
                options[index].value =
                    isListed ? list.map { $0 == wrong ?? "" ? region : String($0) }.joined(separator: ",") : region
            } else {
                set("--region", region, in: &options)
            }
        case .model(let model):
            guard Self.isModel(model) else { return false }
            set(name == "models" ? "--models" : "--model", model, in: &options)
        case .option(let option, let value):
            // PRX reads no profile of a name, so the two exclude each other.
            if option == "--profile" { options.removeAll { $0.name == "--prx" } }
            // A limit that was meant for a probe without tokens lets no other one be sent.
            if option == "--probe" { options.removeAll { $0.name == "--max-tokens" } }
            set(option, value, in: &options)
        case .without(let option): options.removeAll { $0.name == option }
        }
        return true
    }

    private func set(_ name: String, _ value: String?, in options: inout [Invocation.Option]) {
        guard let index = options.firstIndex(where: { $0.name == name }) else {
            options.append(.init(name, value))
            return
        }
        options[index].value = value
        options = options.enumerated().filter { $0.offset <= index || $0.element.name != name }.map(\.element)
    }

    /// A name that comes out of a server's answer or a file is offered only when it is one and nothing else.
    private static func isRegion(_ text: String) -> Bool {
        (1...32).contains(text.utf8.count) && text.first != "-"
            && text.utf8.allSatisfy { $0.isLowercaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
    }

    private static func isModel(_ text: String) -> Bool {
        guard (1...512).contains(text.utf8.count), let first = text.utf8.first else { return false }
        return (first.isLetter || first.isDigit)
            && text.utf8.allSatisfy { $0.isLetter || $0.isDigit || "-._:/".utf8.contains($0) }
    }

    /// An option's name, or a value that begins with a hyphen.
    private static func plain(_ word: String) -> String? {
        word.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
            ? word
            : ShellWord.quoted(word)
    }
}
