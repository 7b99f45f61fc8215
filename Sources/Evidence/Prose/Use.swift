/// What a report says of a thing by its name: an API key, a profile, a proxy.
package enum Use: Sendable, Hashable {
    /// It is there, and used: `I use an API key`.
    case used
    /// There is none, or it is not used: `without an API key`, `AWS_PROFILE is not set`.
    case absent
    /// It is there, and a program does not take it: `the SDK ignores the proxy`, `HTTPS_PROXY is set, but Node does not read it`.
    case passedBy
}
