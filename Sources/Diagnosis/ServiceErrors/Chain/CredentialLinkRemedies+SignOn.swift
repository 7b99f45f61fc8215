import Evidence
import Report
import WireText

extension CredentialLink {
    // MARK: Single sign-on

    func signOn(_ call: FailedCall) -> [Remedy] {
        if let first = SignOnStep(call)?.remedies { return first }
        if let seen = knownIdentity(call) { return [seen] }
        if let stale = staleCache(call) { return [stale] }
        let early = endedEarly(call).map { [$0] } ?? []
        let session = Remedy(
            """
            IAM Identity Center refused, not Bedrock: the session has expired, or the profile names an account, a permission set \
            (sso_role_name) or an sso_region that it does not have for you. Sign in again, for the profile with the sso_ lines \
            (with source_profile, that one), and start the program anew.
            """,
            command: "aws sso login"
        ).about(.renewal, .login)
        let assigned = Remedy(
            """
            See which permission sets are assigned to you in the access portal; sso_role_name is the name of a permission set, \
            not of an IAM role, and sso_region is the region of Identity Center, not of Bedrock.
            """
        ).about(.renewal)
        return self == .permissionSet ? [assigned, session] : early + [session, assigned]
    }

    /// A session that IAM Identity Center ended before the time that the cache has for it.
    ///
    /// Source: <https://docs.aws.amazon.com/singlesignon/latest/userguide/configure-user-session.html>.
    private func endedEarly(_ call: FailedCall) -> Remedy? {
        let around = call.shown.lowercased()
        let words = WordText(around)
        let isTimed =
            words.has("after|every|exactly|in|within one|1|60|an hour|hours|minutes")
            && words.has("fail|fails|failed|expire|expires|expired|login|authentication|authenticate|again")
        let isCached = around.contains("expiresat") || words.has("cache|token still valid|expires|future")
        guard self == .singleSignOn, call.text.contains("not found or invalid"), isTimed, isCached else { return nil }
        return Remedy(
            """
            Have the session duration of IAM Identity Center raised (Settings, Authentication, Session duration; and that of the identity provider, which ends the sign-in session): the session was ended there, though the cache (expiresAt in ~/.aws/sso/cache) says that it is good for longer. \
            Let the profile name an [sso-session], so that the token is refreshed; a sign-out or a change of the user ends it, too. Until then sign in again.
            """,
            command: "aws sso login"
        ).about(.instruction, .renewal, .login)
    }

    /// A session that is good, since the same input shows whose it is: the program's own single sign-on fails, not the session.
    private func knownIdentity(_ call: FailedCall) -> Remedy? {
        let around = call.shown.lowercased()
        let shows = [
            "fetched aws caller identity", "\"userid\":", "caller identity: arn:", "get-caller-identity succeeded",
        ]
        guard self == .singleSignOn, shows.contains(where: around.contains), !around.contains("expiredtoken") else {
            return nil
        }
        return Remedy(
            """
            The session is good: the same input shows that AWS told the caller's identity. It is the program's own single sign-on that \
            fails, as where it asks the portal in the region of Bedrock in place of sso_region: use another version of the program, or \
            take the credentials from the AWS CLI 2 by a profile with credential_process = aws configure export-credentials --profile \
            NAME --format process. Signing in again does not help.
            """,
            command: ProfileCommand.export()
        ).about(.renewal)
    }

    /// A session that was refused although the same input shows that signing in succeeded.
    private func staleCache(_ call: FailedCall) -> Remedy? {
        let around = call.answer.surroundings
        let marks = ["Login succeeded", "Successfully logged into Start URL", "Successfully logged in"]
        guard self == .singleSignOn, marks.contains(where: around.contains) else { return nil }
        return Remedy(
            """
            The input shows that signing in succeeded, and the session was refused all the same: what the program reads from the cache \
            (~/.aws/sso/cache) is not the session that was just made, or IAM Identity Center has ended it. Sign out, which empties the cache, and \
            sign in anew (aws-sso-util: login --force); let sso_start_url and sso_region be the same in every profile and [sso-session] section.
            """,
            command: "aws sso logout && aws sso login"
        ).about(.renewal)
    }
}
