import Evidence
import Report

/// What to say of a remedy that the reporter has tried: that it is done, and where to look next.
struct AttemptAdvice: Sendable {
    let fits: @Sendable (Attempt.Kind) -> Bool
    let families: Set<CauseFamily>

    /// What the remedies are about that were tried.
    private let tried: RemedySubject

    /// What is left, behind `... already (line 3): `.
    let next: Remedy

    /// What was done, in a few words.
    let done: String

    private init(
        _ kinds: [Attempt.Kind], _ families: Set<CauseFamily>, done: String, tried: RemedySubject, _ next: Remedy
    ) {
        fits = { kinds.contains($0) }
        self.families = families
        self.tried = tried
        self.next = next
        self.done = done
    }

    /// Whether a remedy is the one that was tried.
    func isTried(_ remedy: Remedy) -> Bool { remedy.subjects.contains(tried) }

    /// The narrower before the wider.
    static let all: [AttemptAdvice] = [
        AttemptAdvice(
            [.briefLogin], [.expired, .missing, .keys], done: "A new login was made",
            tried: .login,
            Remedy(
                """
                it helps for a while only, so the login is right, and nothing renews behind it. Use a profile with an sso_session (sso_registration_scopes = \
                sso:account:access), whose token renews itself, and not one with sso_start_url alone; let the program read the profile and no copied values, \
                and update it. Claude Code runs what awsAuthRefresh in its settings.json names, such as aws sso login --profile NAME. How long a role's credentials last is \
                the permission set's session duration.
                """,
                .aws("configure sso-session"))),
        AttemptAdvice(
            [.comparedStrings], [.signature], done: "The strings were compared",
            tried: .signedText,
            Remedy(
                """
                where canonical request and string to sign are the service's, letter by letter, the key is left. Either the secret is another one than that of the key id (a \
                blank or line break on it, a / or + that was lost), or the signing key is made wrongly: HMAC-SHA256 of date, region, service and aws4_request in this order, \
                beginning with AWS4 and the secret, each step with the bytes of the one before, not their hex; or the hash of the string to sign was used in its place.
                """,
                .doctor(DoctorStep("sign")))),
        AttemptAdvice(
            [.login], [.expired, .missing, .keys], done: "The login was made anew",
            tried: .login,
            Remedy(
                """
                what fails does not use that session. Variables with keys, or a token in the environment, win over the profile (unset \
                AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN); AWS_PROFILE may name another profile; a container or a service has another \
                ~/.aws; and a program that was running keeps what it read: restart it. The column Type shows where credentials come from.
                """,
                .aws("configure list"))),
        AttemptAdvice(
            [.newKeys, .checkedKeys], [.signature], done: "The keys were made or compared anew",
            tried: .pair,
            Remedy(
                """
                what is signed is the suspect, not with what. Compare the canonical request that the client makes with the service's, line by line, and see \
                whether a proxy or a library changes the request behind the signer.
                """,
                .doctor(DoctorStep("sign")))),
        AttemptAdvice(
            [.newKeys, .checkedKeys], [.keys], done: "The keys were made or compared anew",
            tried: .pair,
            Remedy(
                """
                the process that fails signs with others. A variable wins over ~/.aws/credentials, a token of an earlier session is added to the new keys, a \
                stored entry was not replaced, a role is taken, or the endpoint is of another partition or a region that is not enabled. The column Type shows \
                where credentials come from; look at it in that very process.
                """,
                .aws("configure list"))),
        AttemptAdvice(
            [.checkedKeys], [.bearer], done: "The API key was tested",
            tried: .apiKey,
            Remedy(
                """
                it is good, so the program calls another region than the one in which it was made, where it is not known (keys are tied to their region), or sends another value: a key of an earlier time in its own \
                settings (auth.json, the system's keychain), a variable that wins, quotes, a blank or the word Bearer around it. Set the program's region to the one in which the test succeeded; then log out there and enter the \
                key anew.
                """)),
        AttemptAdvice(
            [.policy], [.denied], done: "A policy that allows it is in place",
            tried: .policy,
            Remedy(
                """
                see why it does not count here. It must be attached to the very principal in the refusal (a role of the machine is not the user who \
                was given it); its resources must name what the refusal names, for an inference profile the profile and the foundation model in all its regions; \
                its conditions must hold; and no SCP, permissions boundary, session policy or endpoint policy may leave it out.
                """,
                .aws("sts get-caller-identity"))),
        AttemptAdvice(
            [.modelAccess], [.denied], done: "Access to the model was given",
            tried: .modelAccess,
            Remedy(
                """
                see that the call names that very model, and goes to the region in which it was given, which need not be the one of the console's page: print both where the program calls. The client's own setting (region_name), AWS_REGION, then the profile's region decide. Where \
                that is right, it is another account (aws sts get-caller-identity), the caller's policy, or a subscription in AWS Marketplace that is still being made (a few minutes).
                """,
                .aws("configure list"))),
        AttemptAdvice(
            [.region], [.model], done: "Other regions were tried",
            tried: .otherRegion,
            Remedy(
                """
                the id itself is the suspect: compare it letter by letter with those that the account lists, prefix (us., eu., global.) and version (-v1:0) \
                included, and see in the client's debug log which one is sent.
                """,
                .aws("bedrock list-inference-profiles"))),
    ]
}
