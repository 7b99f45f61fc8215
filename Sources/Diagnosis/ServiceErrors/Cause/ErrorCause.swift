import Codes
import Evidence
import Report

/// A cause for which a call fails: what it means for the model, how an answer shows it, and what to do about it.
///
/// Each cause is declared once, in the list of its family in `Causes`. Its title and page are its code's.
struct ErrorCause: Sendable {
    let code: FindingCode
    let group: ErrorCauseGroup

    /// The error types that it comes with, some of which mean it where the message says nothing that is known.
    let types: [TypeHint]

    /// The statuses that mean it where nothing else is known, and how well, on the scale of ``CauseRule``.
    ///
    /// A 400, 403 or 404 has too many causes to name one.
    let statuses: [Int: Int]

    /// The words that show it; empty where only the circumstances of a call do (see ``ErrorContext``).
    let rules: [CauseRule]

    /// What to do, the likeliest first.
    let remedies: @Sendable (FailedCall) -> [Remedy]

    init(
        _ code: FindingCode, _ group: ErrorCauseGroup, types: [TypeHint] = [], statuses: [Int: Int] = [:],
        rules: [CauseRule] = [], @ListBuilder<Remedy> remedies: @escaping @Sendable (FailedCall) -> [Remedy]
    ) {
        self.code = code
        self.group = group
        self.types = types
        self.statuses = statuses
        self.rules = rules
        self.remedies = remedies
    }

    /// An error type, and how well it alone carries the cause.
    struct TypeHint: Sendable {
        let type: AWSErrorType
        /// On the scale of ``CauseRule``; `nil` where the type has so many causes that it names none.
        let score: Int?
        /// Another cause that has the type, named after this one.
        let also: FindingCode?

        /// Whether the type is that of many causes, so that it counts only where the words name none.
        let isLastResort: Bool

        init(_ type: AWSErrorType, _ score: Int? = nil, also: FindingCode? = nil, isLastResort: Bool = false) {
            self.type = type
            self.score = score
            self.also = also
            self.isLastResort = isLastResort
        }
    }

    /// Whether an error type, by its key, is one that the cause comes with, and not one of many causes.
    func isNamed(byKey key: String) -> Bool {
        types.contains { $0.type.rawValue == key && $0.score != nil && !$0.isLastResort }
    }

    /// The causes of one family.
    static func list(@ListBuilder<ErrorCause> _ causes: () -> [ErrorCause]) -> [ErrorCause] { causes() }
}
