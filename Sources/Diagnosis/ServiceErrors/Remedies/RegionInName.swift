import Catalog
import JSONText
import Report
import WireText

/// A region that stands in the name by which a gateway knows a model: `bedrock/us-gov-west-1/anthropic.claude-...`.
///
/// LiteLLM takes it off on some of its routes and sends it on with the id on others; a region that has its own parameter is read by all.
/// Source: <https://docs.litellm.ai/docs/providers/bedrock>.
struct RegionInName {
    private let region: String
    private let model: String

    init?(_ text: String) {
        let words = text.prefix(16_384).split { $0.isWhitespace || "\"'`=,;()[]{}".contains($0) }
        for word in words where word.contains("/") {
            let parts = word.split(separator: "/")
            let place = zip(parts, parts.dropFirst()).first { region, model in
                RegionCatalog.looksLikeRegion(String(region)) && ModelName.looksLikeID(String(model))
            }
            guard let place, !word.contains("://"), !word.hasPrefix("arn:") else { continue }
            region = String(place.0)
            model = place.1.trimmed(of: ".:").description
            return
        }
        return nil
    }

    var remedy: Remedy {
        let id = PrintableText.escaped(model, limit: 100)
        return Remedy(
            """
            Take the region out of the model's name: write model: bedrock/\(id) and aws_region_name: \(region) beside it in litellm_params. On some routes \(region) is sent on as a part of the id, which Bedrock then does not know. \
            Whether the model is offered in \(region) is to be seen after that.
            """)
    }
}
