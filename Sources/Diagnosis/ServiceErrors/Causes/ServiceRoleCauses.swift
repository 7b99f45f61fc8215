import Codes
import Evidence
import Report

/// A permission that a service finds missing while it checks a request: that of a role which the request hands over, not of
/// whoever sent it.
///
/// The sentence comes as an error of the request (``ErrorCause/isOfRequest(_:)``). One that refuses the caller has a type of its
/// own, and IAM's own sentence is read by ``AccessDenial`` whatever its type is.
///
/// Source: <https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/security-iam-sr.html>,
/// <https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html>.
extension ErrorCause {
    static let serviceRoles = list {
        ErrorCause(
            .serviceRoleDenied, .policy,
            rules: [
                .peculiar(
                    "role|roles", "permission|permissions|authorized|authorization|access",
                    "requires|require|required|missing|lacks|lack|doesnt|dont|not|isnt|insufficient|sufficient|verify|failed|denied|unable",
                    none: ["marketplace"], types: [.validation]),
                .peculiar(
                    "role|roles assume|assumed|assumes|assumption|trust",
                    "cannot|cant|not|unable|couldnt|failed|verify|invalid|doesnt|permissions",
                    none: ["token expired"], types: [.validation]),
                .fitting(
                    "bedrock|service|agentcore|agent permission|permissions|authorized",
                    "doesnt|not|isnt|lacks|missing|insufficient|requires", none: ["marketplace"], types: [.validation]),
                .fitting(
                    "permission|permissions to|for|use|access|read|write|invoke|call",
                    "dont|doesnt|not|no|lacks|missing|insufficient|requires|required|verify|failed",
                    none: ["marketplace"], types: [.validation]),
                .fitting("access denied", none: ["marketplace", "model access"], types: [.validation]),
            ]
        ) { call in
            ServiceRoleRemedies(call).all
        }
    }

    /// Whether an answer's type or status says that the request was wrong, and not that its sender may not.
    static func isOfRequest(_ read: ReadAnswer) -> Bool {
        guard let type = read.errorType else { return false }
        switch AWSErrorType(named: type) {
        case .validation: return true
        // Each service has names of its own, such as InvalidParameterValueException.
        case nil:
            return ["Invalid", "BadRequest"].contains(where: type.hasPrefix) && type.hasSuffix("Exception")
                && (read.status ?? 400) == 400
        default: return false
        }
    }
}
