import Evidence
import JSONText
import Report
import WireText

/// A profile that a client does not read as it is written, or that works where the client uses something else.
///
/// Source: <https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html>.
extension ReportedSource {
    /// A profile with credential_process, where the message speaks of no failed command: the client does not run it.
    var command: [Remedy]? {
        guard lower.contains("credential_process"), CredentialLink.isOfProcess(in: text),
            CredentialLink(call.read.stated) != .credentialProcess
        else { return nil }
        let words = WordText(call.answer.surroundings)
        let isGood =
            text.contains("\"AccessKeyId\"") && text.contains("\"Version\"")
            || words.has("helper|command|script|process|tool itself|directly|manually|hand works|returns|prints|fine")
            || words.has("get caller identity works|returns|succeeds|fine|successfully")
        let why =
            isGood
            ? "the command works by itself, and \(program) does not run it"
            : "the profile gets its credentials by a command, and most often it is the client that does not run such commands"
        return [
            Remedy(
                """
                Give \(program) the credentials that the AWS CLI 2 gets from the profile, as variables, where it runs: \(why). Variables end with the session, so make them anew at each start; or use a version that \
                takes credential_process (update it, or go back to the one that worked).
                """,
                command: ProfileCommand.export(call.profileWord == "NAME" ? nil : call.profileWord)
                    ?? ProfileCommand.export()
            ).about(.instruction),
            Remedy(
                "If this prints no credentials either, it is the command: run what it names by hand.",
                command: "aws configure export-credentials --profile \(call.profileWord)"),
        ]
    }

    /// A profile with a role, of which the program's own code makes nothing.
    var unfollowedRole: [Remedy]? {
        guard UnfollowedRole.stands(in: text) else { return nil }
        let name = call.profileWord == "NAME" ? nil : call.profileWord
        return [
            Remedy(
                """
                Update \(program): its own look at profiles does not follow a role (role_arn with source_profile, web_identity_token_file or credential_source), which AWS's SDKs and the AWS CLI do, so it takes the profile for one without credentials. Until then hand it the \
                role's credentials as variables, made anew at each start. Profile, role and access to the models are not the matter.
                """,
                command: ProfileCommand.export(name) ?? ProfileCommand.export()
            ).about(.instruction)
        ]
    }

    /// A profile whose keys stand in ~/.aws/config, where the program looks into ~/.aws/credentials.
    var configFileOnly: [Remedy]? {
        guard lower.contains(".aws/config"), !SignOnProfile.isShown(in: lower), !lower.contains("credential_process")
        else {
            return nil
        }
        let words = WordText(call.answer.surroundings)
        let isOnly =
            words.has(
                all: ["everything|keep|only|solely", "aws config"], none: ["help|need|needs"], isOneSentence: true)
            || words.has("no|without|dont|not have|has|is aws credentials file")
            || words.has(all: ["there|is no", "aws credentials"], isOneSentence: true)
        guard isOnly else { return nil }
        return [
            Remedy(
                """
                Put the profile's keys into ~/.aws/credentials, under [NAME] without the word profile, and reload \(program): several programs read that file alone, and a profile whose keys stand in ~/.aws/config is none for them, though the AWS CLI takes it. \
                The region stays in ~/.aws/config or is chosen in the program. Or update it, since newer versions of many read both.
                """
            ).about(.instruction)
        ]
    }

    /// A command with a profile of which the reporter tells that it works, beside keys that AWS does not know.
    var workingProfile: [Remedy]? {
        guard let option = text.firstRange(of: "--profile ") ?? text.firstRange(of: "--profile=") else { return nil }
        let name = text[option.upperBound...].prefix { $0.isLetter || $0.isNumber || "-_.@".contains($0) }
        let before = text[..<option.lowerBound]
        guard let command = before.ranges(of: "aws ").last, !name.isEmpty, name.utf8.count <= 64 else { return nil }
        // The words that tell of it stand before the command; options and a body may be between.
        let told = WordText(before[..<command.lowerBound].suffix(160))
        guard
            told.has("did|does|this|it|which|same|following|also work|works|worked|succeeds"),
            !told.has("not|doesnt|didnt|never|nor work|works|worked"), let word = ShellWord.quoted(String(name))
        else { return nil }
        return [
            Remedy(
                """
                Let \(program) use the profile \(PrintableText.escaped(String(name), limit: 64)), with which the AWS CLI is let in, and take the other keys away: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN in its shell, its .env file and its settings win over the profile, and it is those that AWS does \
                not know.
                """,
                command: "export AWS_PROFILE=\(word); unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN"
            ).about(.instruction)
        ]
    }

    /// A profile that a desktop's program reads by itself: what a shell exports never comes there.
    var profileOfDesktop: [Remedy]? {
        let isNamed = ["named_profile", "named profile", "profile name", "aws profile"].contains(where: lower.contains)
        guard isNamed, ProgramPlace.isDesktop(call.scene.program, lower) else { return nil }
        let name = call.profileWord == "NAME" ? nil : call.profileWord
        return [
            Remedy.advice(
                """
                Renew the profile that \(program) reads, and start it anew: aws sso login for a profile of single sign-on; for one with copied keys and a token in ~/.aws/credentials write new ones there, all three values. What is exported in a shell does not come to a program \
                of the desktop. The console is another session, so that it works says nothing.
                """,
                ProfileCommand.login(name).map { .shell($0) }
            ).about(.renewal, .login)
        ]
    }
}
