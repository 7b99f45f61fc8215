/// A family of models that makes or compares images, videos, speech or vectors: each has a body of its own, and none takes part in
/// Converse.
///
/// Sources: <https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_StartAsyncInvoke.html>.
package struct MediaFamily: Sendable, Hashable {
    /// Whether what its models give are vectors.
    package let isOfVectors: Bool

    /// What stands in the ids of a family, in small letters.
    private static let all: [(mark: String, isOfVectors: Bool)] = [
        ("stability.", false), ("nova-canvas", false), ("nova-reel", false), ("titan-image", false), ("luma.", false),
        ("pegasus", false), ("rerank", false), ("embed", true), ("marengo", true),
    ]

    /// The family of a model; `nil` for one that writes text, or that no family is known of.
    package init?(_ id: some StringProtocol) {
        let lower = id.lowercased()
        guard let family = Self.all.first(where: { lower.contains($0.mark) }) else { return nil }
        isOfVectors = family.isOfVectors
    }
}
