/// What an input turned out to be.
package enum InputKind: String, Sendable, Hashable, CaseIterable {
    case errorText = "error text"
    case errorBody = "error body"
    case eventStream = "event stream"
    case httpExchange = "HTTP exchange"
    case curlVerbose = "curl -v output"
    case curlTrace = "curl trace"
    case botocoreLog = "botocore or AWS CLI debug log"
    case javaScriptLog = "AWS SDK for JavaScript output"
    case goLog = "AWS SDK for Go log"
    case javaLog = "AWS SDK for Java log"
    case rustLog = "AWS SDK for Rust log"
    case harArchive = "HAR archive"
    case recording = "recording"
    case servedRequests = "requests to the mock server"
    case cloudTrail = "CloudTrail events"
    case signingLog = "log with a canonical request"
}
