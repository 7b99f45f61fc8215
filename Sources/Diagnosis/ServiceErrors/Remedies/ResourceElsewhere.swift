import Catalog
import Evidence
import Report

/// A resource that the request names lies in another region than what uses it: a secret, a bucket, a key, a function.
///
/// Source: Amazon Bedrock User Guide, "Connect a data source to your knowledge base": the secret and the bucket lie in the
/// knowledge base's region.
enum ResourceElsewhere {
    /// The phrases of such a message: where the resource lies, and that it may not.
    static let (place, demand): (WordPhrase, WordPhrase) = (
        "in different|another|other region", "provide|must|should|same"
    )
}

extension FailedCall {
    /// What to do; `nil` where the message does not speak of it.
    var resourceElsewhere: Remedy? {
        guard words.has(all: [ResourceElsewhere.place, ResourceElsewhere.demand]) else { return nil }
        let named = FailingRegions.names(in: text.lowercased())
        let place = named.count == 1 ? named.first.map { "in \($0)" } : nil
        return Remedy.advice(
            """
            Create the resource that the message names \(place ?? "in the region that the message asks for"), and give the ARN of that one; or make \
            what uses it in the resource's region. A script often creates the two with different defaults: set one region for both.
            """, nil)
    }
}
