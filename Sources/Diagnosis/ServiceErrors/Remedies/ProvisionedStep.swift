import Evidence
import Report
import WireText

/// The resource that a provisioning tool worked on as it failed, where its provider is another one than AWS's: the failure is that provider's, whatever else the
/// stack makes.
///
/// Sources: <https://developer.hashicorp.com/terraform/language/resources/syntax> (a type begins with its provider's name),
/// <https://www.pulumi.com/docs/iac/concepts/resources/names/#types> (`package:module:Type`).
struct ProvisionedStep: Sendable, Hashable {
    let tool: String
    let provider: String

    /// The resource's type, as it stands in the text.
    let type: String

    /// - Parameter text: What the tool printed; `nil` where no resource of another provider stands there.
    init?(in text: String) {
        for line in text.prefix(32_768).split(whereSeparator: \.isNewline) {
            let words = line.drop { $0.isWhitespace || "\u{2502}|\u{2577}\u{2575}".contains($0) }
            if let type = Self.terraform(words), let provider = Self.foreign(type.prefix { $0 != "_" }) {
                (tool, self.provider, self.type) = ("Terraform", provider, String(type))
                return
            }
            if let type = Self.pulumi(words), let provider = Self.foreign(type.prefix { $0 != ":" }) {
                (tool, self.provider, self.type) = ("Pulumi", provider, String(type))
                return
            }
        }
        return nil
    }

    /// Whose failure it is.
    var name: String { "\(tool)'s provider \(provider)" }

    /// What to do, by whose provider it is.
    ///
    /// - Parameter isReached: Whether its service answered.
    func remedy(isReached: Bool) -> Remedy {
        switch provider {
        case "kubernetes", "helm", "kubectl":
            Remedy(isReached ? AnswererSentence.cluster : AnswererSentence.clusterAddress)
        case "opensearch", "elasticsearch": Remedy(AnswererSentence.collection)
        default:
            Remedy(
                """
                Look at the configuration of the provider \(provider) (its address, its own credentials and region): the step that failed makes \(type), and \(isReached ? "what refused it is" : "what did not answer is") \
                that provider's service, not Bedrock. The caller's policies for bedrock: play no part in it.
                """)
        }
    }

    // MARK: Reading

    /// `with TYPE.NAME,`, with the modules before it.
    private static func terraform(_ line: Substring) -> Substring? {
        if let mark = line.firstRange(of: "in resource \"") { return named(line[mark.upperBound...]) }
        guard line.hasPrefix("with ") else { return nil }
        var path = line.dropFirst(5).split(separator: ".")
        while path.first == "module" { path = Array(path.dropFirst(2)) }
        if path.first == "data" { path = Array(path.dropFirst()) }
        guard path.count > 1, let type = path.first else { return nil }
        return named(type)
    }

    private static func named(_ text: Substring) -> Substring? {
        let type = text.prefix { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_") }
        return type.contains("_") && type.utf8.count < 80 ? type : nil
    }

    /// `kubernetes:core/v1:ServiceAccount (NAME):`.
    private static func pulumi(_ line: Substring) -> Substring? {
        let type = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ":/.-_".contains($0)) }
        let parts = type.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.last?.first?.isUppercase ?? false, type.utf8.count < 120,
            line.dropFirst(type.count).hasPrefix(" (")
        else { return nil }
        return type
    }

    /// A provider that is not AWS's, nor one that calls nobody.
    private static func foreign(_ name: Substring) -> String? {
        let own = ["aws", "awscc", "aws-native", "awsx", "pulumi", "null", "terraform", "local", "random", "time"]
        return name.isEmpty || own.contains(String(name)) ? nil : String(name)
    }
}

extension FailedCall {
    /// The step of a provisioning tool that failed, where it is not AWS's.
    var provisionedStep: ProvisionedStep? { ProvisionedStep(in: text) ?? ProvisionedStep(in: answer.surroundings) }
}
