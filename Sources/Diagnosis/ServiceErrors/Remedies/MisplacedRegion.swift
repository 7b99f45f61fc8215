import Catalog
import Evidence
import JSONText
import Report
import WireText

/// A value that was given as the region and has the form of something else: it stands in the wrong argument or setting.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html>.
struct MisplacedRegion: Sendable {
    /// What the value is.
    private enum Kind { case model, zone(String), keyID, address, profile }

    private let value: String
    private let kind: Kind

    /// - Parameter text: What was said; nothing where it names no value of a region, or one that could be a misspelt region.
    init?(_ text: String) {
        guard let value = Self.refused(in: text), let kind = Self.kind(of: value, in: text) else { return nil }
        self.value = value
        self.kind = kind
    }

    /// Where the value of the region stands in what clients say.
    private static let marks = [
        "egion_name '", "egion_name \"", "egion_name: ", "egion name '", "egion name: ", "egion '", "egion \"",
        "egion `",
        "egion: ", "egion (", "egion = ", "egion=", "bedrock-runtime.", "bedrock.",
    ]

    private static func refused(in text: String) -> String? {
        // A client that writes the value into a host encodes it.
        let said = text.prefix(8_192).replacing("%3A", with: ":").replacing("%2F", with: "/")
        for mark in marks {
            guard let range = said.firstRange(of: mark) else { continue }
            let isHost = mark.hasPrefix("bedrock")
            var rest = said[range.upperBound...].prefix(200)
            if isHost {
                // Of a host it is all that stands before the domain.
                guard let end = rest.firstRange(of: ".amazonaws.com") else { continue }
                rest = rest[..<end.lowerBound]
            }
            let value = rest.drop { "'\"`".contains($0) }.prefix { !$0.isWhitespace && !"'\"`),;".contains($0) }
                .trimmed(of: ".:")
            if value.utf8.count > 1, !RegionCatalog.looksLikeRegion(String(value)) { return String(value) }
        }
        return nil
    }

    private static func kind(of value: String, in text: String) -> Kind? {
        if let region = RegionCatalog.region(ofAvailabilityZone: value.lowercased()) { return .zone(region) }
        if ModelName.looksLikeID(value) { return .model }
        if value.contains("://") || value.contains(".amazonaws.") || value.hasSuffix(".com") { return .address }
        if value.utf8.count == 20, ["AKIA", "ASIA"].contains(where: value.hasPrefix),
            value.allSatisfy({ $0.isASCII && ($0.isUppercase || $0.isNumber) })
        {
            return .keyID
        }
        if value == "default" || ProfileMention.first(in: text) == value { return .profile }
        return nil
    }

    /// What to do, with what the client reads.
    func remedy(_ scene: Scene, text: String) -> Remedy {
        let shown = PrintableText.escaped(value, limit: 100)
        let reads = RegionSetting.of(scene, text: text).map { " (\($0.reads))" } ?? " (us-east-1 or another)"
        switch kind {
        case .model:
            return Remedy(
                """
                '\(shown)' was given as the region and is a model id: pass it by name where the model is named (modelId, model_id or model), and \
                the region where the client reads it\(reads). Two arguments or settings are swapped, or one was passed by its place to a function \
                that has another order.
                """)
        case .zone(let region):
            return Remedy.advice(
                """
                '\(shown)' is an availability zone and no region: the region is \(region). A zone that is read from the instance's metadata \
                or a pod's label has to be cut so.
                """,
                .shell("export AWS_REGION=\(region) AWS_DEFAULT_REGION=\(region)"))
        case .keyID:
            return Remedy(
                """
                An access key id was given as the region: pass the keys and the region by name (boto3: aws_access_key_id, aws_secret_access_key, \
                region_name), the region where the client reads it\(reads). Two arguments or settings are swapped, or one was passed by its \
                place to a function that has another order.
                """)
        case .address:
            return Remedy(
                """
                '\(shown)' was given as the region and is an address: give the region by its name where the client reads it\(reads), and an address in \
                the endpoint's setting (endpoint_url, base URL, AWS_ENDPOINT_URL_BEDROCK_RUNTIME). For AWS's own endpoint none is needed.
                """)
        case .profile:
            return Remedy(
                """
                '\(shown)' was given as the region and is the name of a profile: give it in AWS_PROFILE or profile_name, and the region where the \
                client reads it\(reads). Two arguments or settings are swapped.
                """)
        }
    }
}
