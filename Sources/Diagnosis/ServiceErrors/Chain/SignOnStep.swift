import Evidence
import Report

/// A step of single sign-on that names its own fault: the first two ask for no session yet, and the last one for an account.
///
/// Sources: <https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_StartDeviceAuthorization.html>,
/// <https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html>.
enum SignOnStep {
    /// The client is registered, or a sign-in begun, at the address in the profile.
    case begin
    /// Credentials of a role in an account are asked for.
    case account
    /// The session is looked for by a program whose SDK may not know where newer ones keep it.
    case older
    /// The cached session has a time in a form that the program cannot read.
    case unreadable

    /// - Parameter call: A call of IAM Identity Center; `nil` where it did not fail in one of these ways.
    init?(_ call: FailedCall) {
        let operation = call.scene.operation?.value ?? call.answer.operation ?? ""
        let lower = call.message.lowercased()
        if ["RegisterClient", "StartDeviceAuthorization"].contains(operation), !lower.contains("expired") {
            self = .begin
        } else if operation == "GetRoleCredentials" || operation == "ListAccountRoles",
            lower.contains("resourcenotfound") || lower.contains("account not found")
        {
            self = .account
        } else if lower.contains("sso"), lower.contains("parsing time") || lower.contains("cannot parse") {
            self = .unreadable
        } else if lower.contains("ssoproviderinvalidtoken")
            || lower.contains("is configured with invalid sso credentials")
        {
            self = .older
        } else {
            return nil
        }
    }

    var remedies: [Remedy] {
        switch self {
        case .begin:
            [
                Remedy(
                    """
                    Signing in failed at its first step, before anybody was asked: sso_start_url or sso_region of the profile (or its [sso-session]) is wrong. \
                    sso_region is the region of IAM Identity Center, not of Bedrock; the start URL stands in its settings and in the access portal \
                    (https://NAME.awsapps.com/start, without what follows #). Correct both, and sign in again.
                    """,
                    command: "aws configure sso")
            ]
        case .older:
            [
                Remedy(
                    """
                    The program found no session of single sign-on that is good: sign in for its profile first. If it says so right after that, its SDK is of \
                    before sso_session (the first SDK for Go, Terraform before 1.6, older JavaScript): it looks for the session under the start URL. \
                    Update it, or write sso_start_url and sso_region into the profile itself in place of sso_session.
                    """,
                    command: "aws sso login"
                ).about(.renewal)
            ]
        case .unreadable:
            [
                Remedy(
                    """
                    The innermost cause names it: the time in the cached session (~/.aws/sso/cache) is written in a form that this program cannot read, as older versions of the AWS CLI 2 \
                    wrote it (...UTC in place of ...Z). Update the AWS CLI, empty the cache by signing out, and sign in with it anew; nothing says that the session has expired.
                    """,
                    command: "aws sso logout && aws sso login")
            ]
        case .account:
            [
                Remedy(
                    """
                    The session is good, and the account is not found in it: sso_account_id of the profile is wrong, or no permission set of that account \
                    is assigned to you. See the accounts and permission sets in the access portal, correct sso_account_id and sso_role_name, or have \
                    them assigned.
                    """,
                    command: "aws configure sso")
            ]
        }
    }
}
