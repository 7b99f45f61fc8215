package import Codes
package import JSONText

/// One fact that matters to whether a call works: what was found, how we know, and what to do next.
///
/// A finding holds no secret and no raw control character, wherever its values came from: use ``PrintableText``
/// and ``MaskedSecret`` to put a foreign value into one.
package struct Finding: Sendable, Hashable {
    /// What was found; the code has the page of `doctor explain`.
    package var code: FindingCode

    /// The check that made the finding: `credentials`, `region`, `endpoint`, `configuration`, `network`, `clock`, ...
    package var check: String

    package var status: Status

    /// One line without a full stop.
    package var title: String

    /// What it means, in one or a few sentences.
    package var detail: String

    /// The facts behind it, in reading order.
    package var evidence: JSONObject

    /// On whose side the cause lies: `client`, `network`, `service`, ...; `nil` when that is open.
    package var `where`: String?

    package var confidence: Confidence?

    /// What to do, the likeliest first.
    package var remedies: [Remedy]

    /// How long the check took, in milliseconds; `nil` when nothing was waited for.
    package var durationMs: Double?

    package init(
        code: FindingCode,
        check: String,
        status: Status,
        title: String,
        detail: String,
        evidence: JSONObject = [:],
        where: String? = nil,
        confidence: Confidence? = nil,
        remedies: [Remedy] = [],
        durationMs: Double? = nil
    ) {
        self.code = code
        self.check = check
        self.status = status
        self.title = title
        self.detail = detail
        self.evidence = evidence
        self.where = `where`
        self.confidence = confidence
        self.remedies = remedies
        self.durationMs = durationMs
    }
}
