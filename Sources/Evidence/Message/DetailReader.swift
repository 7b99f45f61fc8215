import Catalog
import JSONText
import WireText

/// Reads the parts of a message that a remedy needs.
package enum DetailReader {
    package static func details(_ read: ReadAnswer, denial: AccessDenial?, answer: ServiceAnswer) -> ErrorDetails {
        let text = read.message
        let words = WordText(text)
        let host = host(in: read.whole)
        let asked = answer.region ?? host?.region
        // A message may be a whole post, which says which models work.
        let told = text.utf8.count > shortestPost ? ToldNames(text: text) : ToldNames()
        let isScope = words.has("credential scoped region") || words.has("region wrong expecting")
        return ErrorDetails(
            denial: denial,
            route: denial?.route(asked: asked),
            times: text.contains("<RequestTime>") || read.whole.contains("<RequestTime>")
                ? SignatureTimes(read.whole)
                : words.has("signature") || words.has("request time") ? SignatureTimes(text) : nil,
            modelID: model(in: text, asked: answer.model, told),
            profile: model(in: text, asked: answer.model, told, isProfile: true).flatMap {
                ModelPrefix.split($0).prefix == nil ? nil : $0
            },
            quota: quota(words),
            region: (isScope ? scopeRegion(in: text) : nil) ?? host?.region ?? onlyRegion(in: read.whole, denial),
            signedRegion: isScope ? answer.signedRegion ?? scopeRegion(in: text) : nil,
            origin: CalledOrigin.first(in: read.whole) ?? host.map { "https://\($0.name)" },
            metadata: MetadataAddress(in: read.whole), arnRegion: arnRegion(in: read.whole, asked: answer.model),
            canonicalEcho: words.has("canonical string request") ? .present : .absent,
            echoedPath: echoedPath(in: text))
    }

    /// A shorter text holds the words of a service alone.
    private static let shortestPost = 300

    /// The model that the message names, or that was asked for: an echo of the path has only the beginning of it.
    private static func model(
        in text: String, asked: String?, _ told: ToldNames, isProfile: Bool = false
    ) -> String? {
        // What a client offers to switch to is not what was called.
        let said = text.firstRange(of: "switch to ").map { String(text[..<$0.lowerBound]) } ?? text
        if let asked, !told.isEmpty && said.contains(asked) || said.contains("API Error (\(asked))") { return asked }
        let first =
            ModelName.first(in: SecondModelVariable.removed(from: said), besides: told.works)
            ?? ModelName.first(in: said, besides: told.works)
        // Where a command names another model than the one that was asked for, the command is that of a tool which works.
        if let asked, let first, asked != first, isOfCommand(first, in: said) { return asked }
        if isProfile { return first }
        guard let named = echoedModel(in: text) ?? first else { return asked }
        return asked.map { $0.hasPrefix(named) ? $0 : named } ?? named
    }

    /// Whether a name stands in commands only: `aws bedrock-runtime converse --model-id NAME`.
    private static func isOfCommand(_ name: String, in text: String) -> Bool {
        text.split(whereSeparator: \.isNewline).filter { $0.contains(name) }
            .allSatisfy { $0.contains("aws bedrock") || $0.contains("--model-id") }
    }

    /// The model in an echoed path, in which the service has encoded once more what the client had encoded.
    private static func echoedModel(in text: String) -> String? {
        guard let path = echoedPath(in: text) else { return nil }
        var model = RuntimePath(path.utf8)?.model
        for _ in 0..<2 where model?.contains("%") == true {
            model = model.map { PercentCoding.decodedText($0.utf8.span) }
        }
        return model
    }

    /// The region and kind of the first AWS host in a text.
    package static func host(in text: String) -> (region: String, isBedrock: Bool, name: String)? {
        for chunk in text.split(whereSeparator: { !($0.isASCII && ($0.isLetter || $0.isNumber || "-.".contains($0))) })
        {
            guard chunk.contains(".amazonaws.com") || chunk.hasSuffix(".api.aws") || chunk.contains(".vpce.") else {
                continue
            }
            let labels = chunk.split(separator: ".")
            guard let service = labels.firstIndex(where: { $0.hasPrefix("bedrock") }) ?? labels.indices.first,
                service + 1 < labels.count
            else { continue }
            let isBedrock = labels[service].hasPrefix("bedrock")
            // Of Bedrock's hosts the label is the region even if it is misspelt; others have labels of their own before it.
            let region =
                isBedrock
                ? String(labels[service + 1])
                : labels.dropFirst().first { RegionCatalog.isWellFormed($0) }.map(String.init) ?? "amazonaws"
            // `bedrock.amazonaws.com` is how CloudTrail names the service: there is no region in it.
            guard labels.count > service + 2, region != "amazonaws" else { continue }
            return (region, isBedrock, chunk.trimmed(of: ".-").description)
        }
        return nil
    }

    /// The region that a text names beside its host and ARNs, if it is one alone.
    private static func onlyRegion(in text: String, _ denial: AccessDenial?) -> String? {
        guard denial == nil else { return nil }
        let words = text.prefix(16_384).split { !($0.isASCII && ($0.isLetter || $0.isNumber || "-.:/_".contains($0))) }
        let names = Set(
            words.map { $0.trimmed(of: ".:/-") }.filter { RegionCatalog.isKnown(String($0)) }.map { String($0) })
        return names.count == 1 ? names.first : nil
    }

    /// The region of the model's or profile's ARN that was called.
    private static func arnRegion(in text: String, asked: String?) -> String? {
        let names = asked.map { [ResourceName($0)].compactMap { $0 } } ?? ResourceName.all(in: text)
        let name = names.first { $0.service == "bedrock" }
        // A placeholder in the region's place is none.
        return name.flatMap { RegionCatalog.looksLikeRegion($0.region) ? $0.region : nil }
    }

    private static func scopeRegion(in text: String) -> String? {
        guard let range = text.ranges(of: ", not ").last ?? text.firstRange(of: "the region ") else { return nil }
        let rest = text[range.upperBound...].prefix { !$0.isWhitespace }
        let name = rest.trimmed(of: "'\".,\u{2018}\u{2019}")
        return name.isEmpty ? nil : String(name)
    }

    /// Names as Service Quotas lists them, without the model.
    private static func quota(_ words: WordText) -> String? {
        let tokens = words.has("too many tokens") || words.has("tokens per minute|day")
        if words.has("tokens per day") || words.has("daily tokens") { return "tokens per day" }
        if tokens, !words.has("input|prompt too long") { return "on-demand tokens per minute" }
        if words.has("too many requests") || words.has("request|requests rate") {
            return "on-demand requests per minute"
        }
        if words.has("too many connections") { return "concurrent connections" }
        return nil
    }

    private static func echoedPath(in text: String) -> String? {
        text.split(whereSeparator: { $0.isWhitespace || $0 == "'" || $0 == "\"" })
            .first { $0.hasPrefix("/model/") || $0.hasPrefix("/foundation-model") }.map(String.init)
    }
}
