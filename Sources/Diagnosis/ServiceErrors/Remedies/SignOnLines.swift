import Evidence
import Report

/// Lines of single sign-on that a profile lacks, as the client reads it.
///
/// `sso_region` is the region of IAM Identity Center and a line of the profile; the client's own region is another setting.
/// Sources: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-sso-credentials.html>,
/// <https://github.com/awslabs/aws-sdk-rust> (aws-config, profile::parser), botocore.credentials (SSOProvider).
extension FailedCall {
    /// Lines of single sign-on that the client wants in the profile itself, beside those that it says the profile has.
    var signOnLines: [Remedy] {
        let shown = String(self.shown.prefix(16_384))
        let export = Remedy(
            "Or hand it what the AWS CLI 2 has, by a profile with credential_process.",
            command: ProfileCommand.export(profileOfRole) ?? ProfileCommand.export()
        ).about(.renewal)
        if let got = text.firstRange(of: "Got "), text[got.upperBound...].prefix(200).contains("sso_session"),
            !text[got.upperBound...].prefix(200).contains("sso_start_url")
        {
            return [
                Remedy(
                    """
                    Write sso_start_url and sso_region into the profile itself, as they stand in its section [sso-session NAME]: the profile has sso_session (the list behind "Got" says so), and the SDK in this client is of before such sections were known. \
                    Both forms may stand side by side. Update the client for good.
                    """
                ).about(.instruction), export,
            ]
        }
        guard words.has("sso account|role|region|start|session"), shown.contains("role_arn"),
            shown.contains("source_profile")
        else { return lackingLines.map { [$0, export] } ?? [] }
        return [
            Remedy(
                """
                Give the program a profile that the AWS CLI 2 resolves for it: [profile OTHER] with credential_process = aws configure export-credentials --profile \(profileOfRole ?? "NAME") --format process, and name that one. \
                The profile is a role (role_arn) on a source_profile with single sign-on, which SDKs follow, and this client takes profiles with sso_ lines of their own only: nothing in the file is wrong. Update it, if a version follows them.
                """
            ).about(.instruction), export,
        ]
    }

    /// What to write where a sentence names the line that it misses.
    private var lackingLines: Remedy? {
        let names = LackingSignOnLine.names(in: text)
        guard !names.isEmpty else { return nil }
        let shown = names.prefix(4).joined(separator: ", ")
        return Remedy(
            """
            Write \(shown) into the profile itself (for Identity Center's region and address: sso_region and sso_start_url, as they stand in the section [sso-session NAME] if there is one; both forms may stand side by side), and update the program: one that misses them beside an \
            sso_session has an SDK of before such sections were known. sso_region is the region of IAM Identity Center; AWS_REGION does not stand in for it, and signing in again changes nothing.
            """
        ).about(.instruction)
    }

    /// The profile with the role, where the file is shown.
    private var profileOfRole: String? {
        let shown = String(self.shown.prefix(16_384))
        guard let role = shown.firstRange(of: "role_arn"),
            let head = shown[..<role.lowerBound].ranges(of: "[profile ").last
        else { return nil }
        let name = shown[head.upperBound...].prefix { $0 != "]" && !$0.isNewline }
        return ShellWord.quoted(String(name))
    }
}

/// The lines of single sign-on of which a sentence says that they are not there.
enum LackingSignOnLine {
    private static let names = [
        "sso_region", "sso_start_url", "sso_account_id", "sso_role_name", "sso_session", "sso-region", "ssoRegion",
        "ssoStartUrl", "ssoAccountId", "ssoRoleName",
    ]

    private static let lacks = [
        "missing", "required", "not set", "not configured", "not specified", "not found", "not defined", "not provided",
        "was absent", "must be set", "must be specified", "must be provided", "cannot be null", "is null",
        "is undefined",
    ]

    /// The names, in the order of their sentence; empty where no sentence says so.
    static func names(in text: String) -> [String] {
        for line in text.prefix(16_384).split(whereSeparator: { $0.isNewline || $0 == ";" }) {
            let lower = line.lowercased()
            guard line.contains("sso"), lacks.contains(where: lower.contains),
                // A line of a file, not of a message.
                !lower.contains("sso_region =") && !lower.contains("sso_region="), !lower.contains("got ")
            else { continue }
            let found = names.filter(line.contains)
            if !found.isEmpty { return found }
        }
        return []
    }
}
