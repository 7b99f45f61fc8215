/// An operator of a condition in a policy of IAM's.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html>.
enum ConditionOperator: String, CaseIterable {
    case stringEquals = "StringEquals"
    case stringNotEquals = "StringNotEquals"
    case stringEqualsIgnoreCase = "StringEqualsIgnoreCase"
    case stringNotEqualsIgnoreCase = "StringNotEqualsIgnoreCase"
    case stringLike = "StringLike"
    case stringNotLike = "StringNotLike"
    case arnEquals = "ArnEquals"
    case arnNotEquals = "ArnNotEquals"
    case arnLike = "ArnLike"
    case arnNotLike = "ArnNotLike"
    case bool = "Bool"
    case null = "Null"
    case ipAddress = "IpAddress"
    case notIPAddress = "NotIpAddress"
    case binaryEquals = "BinaryEquals"
    case numericEquals = "NumericEquals"
    case numericNotEquals = "NumericNotEquals"
    case numericLessThan = "NumericLessThan"
    case numericLessThanEquals = "NumericLessThanEquals"
    case numericGreaterThan = "NumericGreaterThan"
    case numericGreaterThanEquals = "NumericGreaterThanEquals"
    case dateEquals = "DateEquals"
    case dateNotEquals = "DateNotEquals"
    case dateLessThan = "DateLessThan"
    case dateLessThanEquals = "DateLessThanEquals"
    case dateGreaterThan = "DateGreaterThan"
    case dateGreaterThanEquals = "DateGreaterThanEquals"

    /// The operator of a name, for a set of values (`ForAnyValue:`) and where the key may be absent (`IfExists`) as well.
    init?(_ name: some StringProtocol) {
        let bare = name.split(separator: ":").last ?? ""
        let known = bare.hasSuffix("IfExists") ? bare.dropLast("IfExists".count) : bare
        self.init(rawValue: String(known))
    }

    /// The operators that a line of a policy names as members, each with what stands behind its name.
    static func named(in line: String) -> [(name: ConditionOperator, behind: Substring)] {
        PolicyMember.named(in: line).compactMap { member in
            ConditionOperator(member.name).map { ($0, member.behind) }
        }
    }

    /// Whether a wildcard in a value stands for itself.
    var comparesByLetter: Bool { self == .stringEquals || self == .stringEqualsIgnoreCase }
}
