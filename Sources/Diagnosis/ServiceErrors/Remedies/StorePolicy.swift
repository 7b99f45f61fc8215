import Evidence
import Report
import WireText

/// An access policy of OpenSearch Serverless that was refused as a document.
///
/// `Policy json is invalid, error: [$[0].Principal[1]: does not match the
/// regex pattern ...`. No role was refused, and nothing was asked of Bedrock.
///
/// Bedrock's console writes such a policy itself, and puts who is signed in beside the service role: only a user, a role, a session of a role and
/// SAML's users and groups have a form that the policy takes, so the account's root user has none.
///
/// Sources: <https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html>,
/// <https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-create.html> ("you can't create a knowledge base with a root user").
struct StorePolicy {
    /// The member that was refused, as the sentence points to it: `$[0].Principal[1]`; `nil` where the text was cut before it.
    private let path: String?

    private let isByPerson: Bool

    init?(_ call: FailedCall) {
        let text = call.message
        guard
            let mark = ["olicy json is invalid", "olicy JSON is invalid"].lazy.compactMap({ text.firstRange(of: $0) })
                .first
        else { return nil }
        let rest = text[mark.upperBound...].prefix(200)
        path = rest.firstRange(of: "$[").map { start in
            String(rest[start.lowerBound...].prefix { $0.isASCII && !$0.isWhitespace && $0 != ":" })
        }
        let around = (call.answer.surroundings + text).lowercased()
        isByPerson = !["terraform", "cloudformation", "cdk", "boto3"].contains(where: around.contains)
    }

    private var isOfPrincipal: Bool { path?.contains("Principal") ?? true }

    var title: String {
        isOfPrincipal
            ? "The vector store's access policy names who is no role and no user"
            : "The vector store's access policy is not valid"
    }

    var meaning: String {
        "OpenSearch Serverless refused the policy as a document, before anybody was let in or shut out; what else failed behind it follows from that."
    }

    var remedies: [Remedy] {
        let place = path.map { " (\(PrintableText.escaped($0, limit: 80)))" } ?? ""
        guard isOfPrincipal else {
            return [
                Remedy(
                    """
                    Correct the member that the sentence points to\(place) by the pattern that stands beside it, then create the knowledge base again.
                    """)
            ]
        }
        let root = """
            Sign in as an IAM user or with a role, not as the root user, and create the knowledge base again: the console puts whoever is signed in into the access policy of the collection\(place), and the ARN of the root user \
            (arn:aws:iam::ACCOUNT:root) has no form that the policy takes.
            """
        let own = """
            Where you write the policy yourself: a principal is the ARN of a role (arn:aws:iam::ACCOUNT:role/NAME), of a user, of a role's session \
            (arn:aws:sts::ACCOUNT:assumed-role/ROLE/SESSION) or saml/...; no root, no *, no service name, no account id, and no reference that was not filled in\(place).
            """
        return (isByPerson ? [root, own] : [own, root]).map { Remedy($0) }
    }
}
