/// Commands that ask for a variable's value at the terminal, so that it reaches neither the screen nor the history.
///
/// `read -s` is bash's and zsh's alone, and the shell of a slim container is neither. A POSIX `sh` of its own turns the
/// echo off and, however it ends, on again: a trap on EXIT runs after Ctrl-C too
/// (<https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#trap>).
enum SecretPrompt {
    /// Asks for one variable; an access key id, which is not a secret, with echo.
    static func command(_ name: String) -> String {
        name == CredentialVariables.accessKeyID
            ? "\(shown(name)) && export \(name)" : "\(hidden(name)) && export \(name)"
    }

    /// Asks for the id, then without echo for the secret.
    static let pair =
        "\(shown(CredentialVariables.accessKeyID)) && \(hidden(CredentialVariables.secretAccessKey)) && export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY"

    private static func shown(_ name: String) -> String { "printf '\(name): ' >&2 && read -r \(name)" }

    private static func hidden(_ name: String) -> String {
        #"\#(name)=$(sh -c 'trap "stty echo; echo >&2" EXIT; trap "exit 130" INT TERM; stty -echo; printf "\#(name): " >&2; read -r value && printf %s "$value"')"#
    }
}
