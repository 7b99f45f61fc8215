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

        init(_ type: AWSErrorType, _ score: Int? = nil, also: FindingCode? = nil) {
            self.type = type
            self.score = score
            self.also = also
        }
    }

    /// The types that different layers of AWS give to the same refusal: those of one cause that carry it equally well.
    static func synonyms(of type: AWSErrorType) -> Set<AWSErrorType> {
        guard let (cause, hint) = byType[type] else { return [type] }
        return Set(cause.types.filter { $0.score == hint.score }.map(\.type))
    }

    // MARK: All causes

    /// Every cause, by family.
    static let all: [ErrorCause] =
        account + policy + credentials + model + service + validation + request + client + network + stream

    /// The cause with this code; `nil` where the code is not that of a failed call.
    static func of(_ code: FindingCode) -> ErrorCause? { byCode[code] }

    /// The cause that a type names first, and how well.
    static func named(byType type: AWSErrorType) -> (cause: ErrorCause, hint: TypeHint)? { byType[type] }

    /// The cause that a status alone names.
    static func named(byStatus status: Int) -> ErrorCause? { byStatus[status] }

    private static let byCode = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

    private static let byType = Dictionary(
        uniqueKeysWithValues: all.flatMap { cause in cause.types.map { ($0.type, (cause, $0)) } })

    private static let byStatus = Dictionary(
        uniqueKeysWithValues: all.flatMap { cause in cause.statuses.keys.map { ($0, cause) } })

    /// The causes of one family.
    static func list(@ListBuilder<ErrorCause> _ causes: () -> [ErrorCause]) -> [ErrorCause] { causes() }
}
