import Codes
import Evidence
import Report

/// A contrast beside the failure of which it is told.
struct ContrastCase {
    let contrast: Contrast
    let code: FindingCode
    let scene: Scene

    /// Whether the reporter says that the keys were the same.
    let hasSameKeys: Bool

    /// The variables that the paste shows as set.
    var variables: [VariableMention] = []

    /// The beginning of the input, as text.
    var text = ""

    /// What works, in a sentence.
    var works: String { contrast.works ?? "the other call" }

    /// What works, at the beginning of a sentence.
    var Works: String { works.beginningSentence }

    /// What fails, in a sentence.
    var fails: String {
        contrast.fails ?? scene.client?.value ?? "the program that fails"
    }

    var Fails: String { fails.beginningSentence }

    /// The program that fails, whatever the two calls differ in.
    var program: String {
        // What merely carried the request signed nothing.
        let sdk = scene.sdk.flatMap { $0.value.contains("AWS") || $0.value.contains("boto3") ? $0.value : nil }
        return scene.client?.value ?? sdk ?? "the client or gateway that signs"
    }

    /// Whether a version of the program is named with which it works, or since which it does not.
    var isOfWorkingVersion: Bool { contrast.dimension == .version && (contrast.works != nil || contrast.fails != nil) }

    /// Where or how it works, within a sentence; `nil` where that is not told.
    var workingPlace: String? {
        guard let works = contrast.works else { return nil }
        switch contrast.dimension {
        case .region: return "in \(works)"
        case .network: return "by \(works)"
        case .place: return works == "a shell" ? "in a shell" : "on \(works)"
        default: return "with \(works)"
        }
    }

    /// The same as a sentence's beginning: `On the own machine it works`.
    var worksThere: String {
        workingPlace.map { "\($0.beginningSentence) it works" } ?? "It works elsewhere"
    }

    /// What follows for the keys.
    var keysAreGood: String {
        hasSameKeys
            ? "the same keys get through there, so that key id, secret and clock are right"
            : "if that is with the same keys, then key id, secret and clock are right"
    }

    /// How to compare the two calls, whatever differs between them.
    var comparison: Remedy {
        Remedy.advice(
            """
            \(Works) gets an answer\(hasSameKeys ? " with the same credentials" : ""), and \(fails) does not: compare the two calls before anything else. Who \
            calls: run this where \(works) runs, and once more with what \(fails) has (its profile, its variables, its container); another account or role explains \
            all. Then the region, the model id letter by letter, and the kind of key (a profile, a pair, an API key) that its debug log shows.
            """,
            .aws("sts get-caller-identity"))
    }

    /// Where profile, key and region come from, each with its source.
    var sources: Remedy {
        Remedy("See profile, key and region of each, and where each comes from.", .aws("configure list"))
    }

    /// Whether what works reads the region of the profile, and the failing program may not.
    private var readsProfileRegion: Bool {
        ["the AWS CLI", "a script with boto3", "a script in Python", "an AWS SDK", "a small script", "another client"]
            .contains(works)
    }

    /// The region of a program that does not read the profile's, where no line sets the variable that it reads.
    var unsetRegion: Remedy? {
        guard contrast.dimension == .client, readsProfileRegion, scene.program != nil,
            let setting = RegionSetting.of(scene, text: ""), let variable = setting.variable,
            !setting.reads.contains("the profile"),
            !variables.contains(where: { $0.name == variable && !$0.isBlank })
        else { return nil }
        return Remedy(
            """
            \(Works) calls the region of its profile or of its own call, and there it is answered. \(setting.reads), and there the same model may not be had: set \
            \(variable) to the region in which \(works) is answered, in the process that calls or in the program's settings.
            """,
            scene.region.flatMap { setting.command($0.value) }
                ?? .shell("export \(variable)=\"$(aws configure get region)\""))
    }

    /// Whether what works is the AWS CLI, which can show what it does.
    var isCLI: Bool { contrast.works == "the AWS CLI" }

    /// Whether the two calls are of different programs, and all else may be the same.
    var isOfClient: Bool { contrast.dimension == .client }

    /// Whether the contrast is of other calls than this one; a program that is the one which fails is no contrast to itself.
    var isOfOthers: Bool {
        // A login or a role that is taken elsewhere calls no model: it says nothing of a program that stumbles in its own code.
        if CauseFamily(code) == .program, contrast.evidence.lowercased().isOfIdentity { return false }
        guard contrast.fails == nil, let works = contrast.works?.lowercased() else { return true }
        switch contrast.dimension {
        case .client:
            // An error of botocore's is of one of two, which does not make the other the same.
            if scene.client == nil, scene.sdk?.value == "boto3 or the AWS CLI" { return true }
            // The command line of the very program: `the CLI path succeeds`.
            if works == "the aws cli", scene.client != nil, !contrast.evidence.lowercased().contains("aws") {
                return false
            }
            // Who says that the same request works with boto3 speaks of another call, though the failing one may be boto3's, too.
            if scene.client == nil, contrast.isOfSame { return true }
            let names = [scene.client?.value.lowercased(), scene.client == nil ? scene.sdk?.value.lowercased() : nil]
            return !names.compactMap { $0 }.contains { name in
                works.contains(name)
                    || name.contains(works.replacing("the ", with: "").replacing("a script with ", with: ""))
            }
        case .region: return scene.region?.value != works
        case .service:
            let service = scene.service?.value ?? ""
            return !works.split(separator: " ").contains { service.contains($0) }
        case .operation: return scene.operation?.value != contrast.works
        case .model:
            return !(scene.model?.value.lowercased().contains(works.split(separator: " ").last ?? " ") ?? false)
        case .version: return !isVersionOfAnother
        default: return true
        }
    }

    private static let languages = [
        "java", "python", "go", "rust", "kotlin", "javascript", "typescript", "node", "php", "ruby", ".net", "c++",
        "swift",
    ]

    /// Whether the version is that of another SDK than the one which fails: `the code with the Java SDK (2.39.5) works`.
    private var isVersionOfAnother: Bool {
        let words = contrast.evidence.lowercased().split { $0.isWhitespace || "()`\",:".contains($0) }
        let own = [scene.client?.value, scene.sdk?.value, scene.runtime?.value].compactMap { $0?.lowercased() }
        return zip(words, words.dropFirst()).contains { language, noun in
            ["sdk", "client", "version"].contains(noun) && Self.languages.contains(String(language))
                && !own.contains { Self.isOf(String(language), $0) }
        }
    }

    /// Whether a program or SDK is of a language, which may stand in another's name: `JavaScript` has `Java`.
    private static func isOf(_ language: String, _ name: String) -> Bool {
        name.split { !($0.isLetter || $0 == "+" || $0 == ".") }.contains { $0 == language }
    }
}

extension String {
    /// Whether what is told to work is AWS STS alone, in small letters.
    fileprivate var isOfIdentity: Bool {
        ["sts assume-role", "assume-role", "get-caller-identity", "aws sts"].contains(where: contains)
            && !["bedrock", "converse", "invoke", "model"].contains(where: contains)
    }
}
