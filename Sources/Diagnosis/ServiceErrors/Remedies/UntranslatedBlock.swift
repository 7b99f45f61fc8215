import Evidence
import JSONText
import Report
import WireText

/// A block of Converse that Bedrock could not bring into the model's own form, as the model misses the type that Bedrock writes.
///
/// No block of Converse has a member `type`; the place in the message counts the blocks of the translated body. Sources:
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html>, <https://github.com/strands-agents/sdk-python/issues/1966>.
struct UntranslatedBlock {
    private let path: String
    private let hasCachePoint: Bool
    private let hasDocument: Bool
    private let isOfStrands: Bool

    /// `nil` for a member that a caller writes.
    init?(_ refusal: MemberRefusal, _ call: FailedCall) {
        let around = call.shown.lowercased()
        guard Self.isOfType(refusal) else { return nil }
        hasCachePoint = ["cachepoint", "cache_point", "cacheconfig", "cache point"].contains(where: around.contains)
        // A body of the model's own is written by the caller, with its types.
        let isConverse = call.read.operation?.hasPrefix("Converse") ?? false || around.contains("/converse")
        guard hasCachePoint || isConverse else { return nil }
        hasDocument = around.contains("document")
        path = refusal.path
        isOfStrands = call.scene.program == .strandsAgents || around.contains("cacheconfig(")
    }

    private static func isOfType(_ refusal: MemberRefusal) -> Bool {
        let isOfContent = refusal.names.starts(with: ["messages", "content"])
        switch refusal.rule {
        case .required: return isOfContent && refusal.names.count == 3 && refusal.leaf == "type"
        case .said(let words):
            return isOfContent && refusal.names.count == 2 && words.hasPrefix("Unable to extract tag")
        default: return false
        }
    }

    var advice: String {
        let off =
            isOfStrands
            ? "in Strands, take CacheConfig(strategy=\"auto\") away or update strands-agents"
            : "where a framework sets it (automatic caching), turn that off or update it"
        if hasCachePoint {
            return """
                Move the cachePoint directly behind a text block\(hasDocument ? ", before the document," : "") or leave it out; \(off). Bedrock translates the blocks of Converse into \
                the model's own, and a cachePoint \(hasDocument ? "behind a document (other than a PDF)" : "in such a place") becomes a block without a type: \
                \(path) counts the translated blocks, and nothing of that name is missing in your request.
                """
        }
        return """
            Leave out the blocks of that message that are Converse's own, one after the other: a cachePoint first, wherever it does not stand \
            directly behind a text block, then documents and others that this model may not take; \(off). Converse has no member type in a block: \
            \(path) is a place in the body into which Bedrock translated the request.
            """
    }
}
