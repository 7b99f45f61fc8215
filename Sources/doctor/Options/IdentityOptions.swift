import ArgumentParser

/// Whether to ask AWS STS who the credentials belong to.
struct IdentityOptions: ParsableArguments {
    @Flag(
        help: """
            Ask AWS STS who the credentials belong to, to tell bad keys from a missing permission. One request, which needs \
            no permission and costs nothing.
            """)
    var identity = false
}
