package import Codes
import Evidence

/// Every cause of every family, and what finds one.
extension ErrorCause {
    /// Every cause, by family.
    static let all: [ErrorCause] =
        account + policy + serviceRoles + keys + roles + signatures + scopes + model + service + validation + request
        + client
        + clientOwn + program + network + stream

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

    /// The types that different layers of AWS give to the same refusal: those of one cause that carry it equally well.
    static func synonyms(of type: AWSErrorType) -> Set<AWSErrorType> {
        guard let (cause, hint) = byType[type] else { return [type] }
        return Set(cause.types.filter { $0.score == hint.score }.map(\.type))
    }
}

extension ErrorCauseGroup {
    /// The group of a cause; ``unknown`` for a code that is not that of a failed call.
    package init(_ code: FindingCode) { self = ErrorCause.of(code)?.group ?? .unknown }
}
