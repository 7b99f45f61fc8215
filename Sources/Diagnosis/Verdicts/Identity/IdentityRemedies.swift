import Report

/// How credentials are set again where they came from: in the environment, or in a profile.
struct IdentityRemedies {
    let profile: ProfileOutcome?

    init(_ facts: IdentityFacts) { profile = facts.profile }

    /// Sets a key pair.
    func pair(_ text: String) -> [Remedy] {
        guard let profile else { return [Remedy(text, command: VariableView.askPair)] }
        return profile.source == .keys ? [edit(text, profile)] : renewal
    }

    /// Sets the token that is missing.
    var token: [Remedy] {
        guard let profile else {
            return [Remedy("Set the token that came with it", command: VariableView.ask("AWS_SESSION_TOKEN"))]
        }
        return profile.source == .keys ? [edit("Add aws_session_token to the profile", profile)] : renewal
    }

    /// Gets a new set of temporary credentials.
    var renewal: [Remedy] {
        guard let profile else {
            return [
                .advice("Get new credentials from where the program runs.", .getCredentials),
                Remedy("Get new keys and export all three values (AWS CLI 2)", command: ProfileCommand.export()),
            ]
        }
        switch profile.source {
        case .sso: return [Remedy("Log in again", command: ProfileCommand.login(profile.name))]
        case .login:
            return [
                Remedy(
                    "Log in again", command: ShellWord.quoted(profile.name).map { "aws login --profile \($0)" })
            ]
        case .keys: return [edit("Put new keys into the profile", profile)]
        case .role, .process, .some(.none), nil:
            return [
                Remedy(
                    "See what the AWS CLI makes of the profile",
                    command: ShellWord.quoted(profile.name).map { "aws configure list --profile \($0)" })
            ]
        }
    }

    private func edit(_ text: String, _ profile: ProfileOutcome) -> Remedy {
        .advice(
            text,
            profile.path.flatMap { ShellWord.quoted($0) }.map { .shell("${EDITOR:-vi} \($0)") })
    }
}
