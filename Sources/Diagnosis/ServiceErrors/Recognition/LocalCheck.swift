import Codes
import Evidence
import JSONText
import WireText

/// A check that a program makes by itself before it sends anything, or that a tool beside it makes.
///
/// It is one of settings, of names of variables, of a manifest. Nobody at AWS has said such a sentence, and nothing follows from it about what was sent.
///
/// Sources: <https://kubernetes.io/docs/reference/kubectl/generated/kubectl_apply/> (field validation),
/// <https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/field/errors.go>,
/// <https://docs.rs/serde/latest/serde/de/trait.Error.html>, <https://github.com/awslabs/aws-c-common/blob/main/include/aws/common/error.h>.
enum LocalCheck: Sendable, Hashable {
    /// Kubernetes did not take an object: what it is, the field, and whether the field is one that its kind does not have.
    case manifest(kind: String?, field: String?, isUnknown: Bool)
    /// Names of variables were looked for, and no SDK was asked.
    case variables([String])
    /// A program has no API key in its own settings.
    case apiKey
    /// A program's settings lack fields.
    case settings([String])
    /// AWS's common runtime did not find or read a file of profiles.
    case runtimeFile
    /// A program whose sandbox keeps the folder ~/.aws from it.
    case closedFolder

    /// A longer text is a log, in which such a line decides nothing.
    private static let limit = 8_192

    /// The check whose words stand in what was said; `nil` where something shows that a service answered, or no such words stand.
    init?(_ read: ReadAnswer) {
        let text = String(read.whole.prefix(Self.limit))
        if let manifest = Self.manifest(in: text), read.requestID == nil, !text.contains("when calling the ") {
            self = manifest
            return
        }
        guard !read.showsAnswer else { return nil }
        if Self.isOfFolder(WordText(text)) {
            self = .closedFolder
        } else if Self.runtimeFiles.contains(where: text.contains) {
            self = .runtimeFile
        } else if let names = Self.variables(in: text) {
            self = .variables(names)
        } else if let fields = Self.settings(in: text) {
            self = .settings(fields)
        } else if Self.isOfAPIKey(WordText(text)) {
            self = .apiKey
        } else {
            return nil
        }
    }

    /// Whether the check holds against the causes that the words name: a sentence of an SDK's own, or of the network's, beside it is
    /// what failed.
    func outweighs(_ weighed: [ErrorClassifier.Weighed]) -> Bool {
        switch self {
        case .manifest, .variables, .runtimeFile, .closedFolder: true
        case .apiKey, .settings:
            weighed.allSatisfy { found in
                found.score < CauseRule.Strength.peculiar.rawValue
                    || [.settings, .request, .credentials].contains(ErrorCauseGroup(found.cause))
            }
        }
    }

    /// Whether the check is for AWS's own keys, so that credentials are what lacks.
    private var isOfKeys: Bool {
        switch self {
        case .runtimeFile, .closedFolder: true
        case .variables(let names): names.contains { $0.contains("ACCESS_KEY") || $0.contains("SECRET_KEY") }
        default: false
        }
    }

    var code: FindingCode { isOfKeys ? .credentialsMissing : .clientRefused }

    // MARK: Kubernetes

    private static func manifest(in text: String) -> LocalCheck? {
        if let mark = text.firstRange(of: "unknown field \""), isOfObject(text) {
            let field = text[mark.upperBound...].prefix(200).prefix { $0 != "\"" }
            return .manifest(kind: kind(in: text), field: String(field), isUnknown: true)
        }
        if text.contains("no matches for kind \"") || text.contains("cannot be handled as a ") {
            return .manifest(kind: kind(in: text), field: nil, isUnknown: false)
        }
        // `The Gateway "x" is invalid: spec.listeners: Required value`
        guard let mark = text.firstRange(of: "\" is invalid: ") else { return nil }
        let rest = text[mark.upperBound...].prefix(400)
        guard reasons.contains(where: rest.contains) else { return nil }
        let field = rest.drop { $0 == "*" || $0.isWhitespace }.prefix { $0 != ":" && !$0.isWhitespace }
        return .manifest(kind: kind(in: text), field: String(field), isUnknown: false)
    }

    private static func isOfObject(_ text: String) -> Bool {
        text.contains("strict decoding error") || text.contains("cannot be handled as a ")
            || text.contains("error validating data")
    }

    private static let reasons = [
        ": Required value", ": Invalid value", ": Unsupported value", ": Forbidden", ": Duplicate value", ": Too long",
        ": Too many",
    ]

    /// `BackendPolicy in version "v1alpha1"`, `no matches for kind "X"`, `The X "name" is invalid`.
    private static func kind(in text: String) -> String? {
        if let mark = text.firstRange(of: "no matches for kind \"") {
            return String(text[mark.upperBound...].prefix(80).prefix { $0 != "\"" })
        }
        for mark in [" in version \"", " \""] {
            guard let place = text.firstRange(of: mark) else { continue }
            let word = text[..<place.lowerBound].suffix(80).split { !($0.isLetter || $0.isNumber) }.last
            if let word, word.first?.isUppercase ?? false, word.contains(where: \.isLowercase), word != "The" {
                return String(word)
            }
        }
        return nil
    }

    // MARK: AWS's common runtime

    /// Of aws-c-common and aws-c-sdkutils: no file where the name leads, none that may be read, none of that form.
    private static let runtimeFiles = [
        "AWS_ERROR_FILE_INVALID_PATH", "AWS_ERROR_FILE_OPEN_FAILURE", "AWS_ERROR_FILE_READ_FAILURE",
        "AWS_ERROR_NO_PERMISSION", "AWS_ERROR_SDKUTILS_PARSE_FATAL", "AWS_ERROR_SDKUTILS_PARSE_RECOVERABLE",
    ]

    /// Whether an app of macOS was not given the folder, and says that it is to be granted.
    private static func isOfFolder(_ words: WordText) -> Bool {
        words.has(
            all: ["unable|cannot|not access", "aws|credentials|credential folder|directory"], isOneSentence: true)
            && words.has("grant access")
    }

    // MARK: Variables

    /// How programs ask for variables, whatever else the sentence says: one is required or missing, or several are not set.
    private static let namings: [WordPhrase] = [
        "requires|require|required|missing environment|env variable|variables|var|vars",
        "environment|env variables|vars not|must|arent|werent set|provided|defined|configured",
    ]

    /// Who speaks of one way among several is the chain of providers of an SDK.
    private static let alternatives: WordPhrase = "either|neither|nor|provider|providers|property|javaproperty"

    private static func variables(in text: String) -> [String]? {
        if let own = ownName(in: text) { return [own] }
        let bytes = Array(text.utf8)
        let lower = text.lowercased()
        for mark in lower.ranges(of: "env").prefix(16) {
            let start = min(lower.utf8.distance(from: lower.startIndex, to: mark.lowerBound), bytes.count)
            let before = bytes[..<start].suffix(160).split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []
            let behind = bytes[start...].prefix(400).prefix { $0 != 0x0A && $0 != UInt8(ascii: "]") }
            let words = WordText(String(decoding: before + behind, as: UTF8.self))
            guard namings.contains(where: { words.has($0) }), !words.has(alternatives) else { continue }
            // The names stand behind the words in the same line, or before them.
            let names = names(in: behind)
            let all = names.isEmpty ? Self.names(in: before) : names
            // A region alone has a cause of its own.
            if !all.isEmpty, !all.allSatisfy({ $0.contains("REGION") }) { return all }
        }
        return nil
    }

    /// A key under a name of the program's own, with which a line begins: `TOOL_AWS_ACCESS_KEY_ID is required`.
    private static func ownName(in text: String) -> String? {
        for line in text.split(whereSeparator: \.isNewline).prefix(200) {
            let words = line.drop { !isNamePart($0) }
            let bare = words.firstRange(of: "Error: ").map { words[$0.upperBound...] } ?? words
            let name = bare.prefix(while: isNamePart)
            let rest = bare.dropFirst(name.count).lowercased()
            guard isVariable(name), !name.hasPrefix("AWS_"), name.contains("ACCESS_KEY") || name.contains("SECRET_KEY"),
                [" is required", " is missing", " is not set", " must be set", " must be provided"].contains(
                    where: rest.hasPrefix)
            else { continue }
            return String(name)
        }
        return nil
    }

    private static func names(in bytes: ArraySlice<UInt8>) -> [String] {
        var names: [String] = []
        for word in String(decoding: bytes, as: UTF8.self).split(whereSeparator: { !isNamePart($0) })
        where isVariable(word) && !names.contains(String(word)) {
            names.append(String(word))
        }
        return names
    }

    private static func isNamePart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || character == "_")
    }

    private static func isVariable(_ word: Substring) -> Bool {
        word.contains("_") && word.contains(where: \.isUppercase) && !word.contains(where: \.isLowercase)
            && word.first != "_"
    }

    // MARK: Settings

    /// How programs say that they looked at their settings, and found them wanting.
    private static let configurations: [WordPhrase] = [
        "config|configuration|settings|toml|yaml|yml error|incomplete|invalid|validation|parse|parsing|parsed|load|loading|loaded",
        "settingserror", "config|settings toml|yaml|yml|json", "toml|yaml|yml required|missing|empty|blank",
    ]

    private static let lacks = [
        " is required", ": is required", " cannot be empty", " must not be empty", " can't be empty",
        " cannot be blank", ": cannot be blank", " must be set", " is missing", " is not set", ": required",
    ]

    private static func settings(in text: String) -> [String]? {
        let words = WordText(text)
        guard configurations.contains(where: { words.has(all: [$0], isOneSentence: true) }),
            !words.has("shared config|configuration|configfile"), !words.has("validationexception")
        else { return nil }
        var fields: [String] = []
        for line in text.split(whereSeparator: \.isNewline).prefix(60) {
            let found = Self.field(lacking: line)
            if let found, !fields.contains(found) { fields.append(found) }
        }
        return fields.isEmpty ? nil : fields
    }

    /// The field of which a line says that it is not there.
    private static func field(lacking line: Substring) -> String? {
        if let mark = line.firstRange(of: "missing field ") {
            let name = line[mark.upperBound...].trimmed(of: "`'\" ").prefix { isFieldPart($0) }
            if !name.isEmpty { return String(name) }
        }
        guard let mark = lacks.lazy.compactMap({ line.firstRange(of: $0) }).first else { return nil }
        guard let word = line[..<mark.lowerBound].split(separator: " ").last else { return nil }
        let name = word.trimmed(of: "`'\":,*\u{2022}")
        let isNamed =
            name.contains("_") || name.contains(".") || name.dropFirst().contains(where: \.isUppercase)
            || word.first.map { "`'\"".contains($0) } ?? false
        return isNamed && !name.isEmpty && name.allSatisfy(isFieldPart) ? String(name) : nil
    }

    private static func isFieldPart(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber || "_.-[]".contains(character))
    }

    // MARK: API keys

    private static func isOfAPIKey(_ words: WordText) -> Bool {
        let refused: WordPhrase = "invalid|expired|malformed|incorrect|wrong|revoked api key|token|format"
        return !words.has(refused) && absences.contains(where: words.holds)
    }

    /// The sentence as programs have it, word behind word: people write the same words in another order.
    private static let absences: [[String]] = {
        let ends: [[String]] = [["not"], ["is", "not"], ["was", "not"], ["isnt"], ["has", "not", "been"]]
        var found: [[String]] = []
        for verb in ["configured", "set", "provided", "specified", "entered"] {
            for key in [["api", "key"], ["apikey"]] {
                found.append(["no"] + key + [verb])
                for end in ends { found.append(key + end + [verb]) }
            }
        }
        return found
    }()
}

extension ReadAnswer {
    /// Whether something shows that an answer came, whoever gave it: a status, a request id, a type of AWS's, a sentence that belongs to
    /// one cause alone.
    ///
    /// The name of an operation shows none by itself: people write of Converse where they mean the API.
    var showsAnswer: Bool {
        requestID != nil || errorType.map(ErrorTypeName.isFromAWS) ?? false || hasToldStatus || status != nil
            || whole.contains("when calling the ") || !OwnSentence.causes(in: WordText(whole)).isEmpty
    }
}
