import Testing

@testable import Evidence

/// One layer of escapes, and what only looks like one.
@Suite struct EscapedTextTests {
    @Test(arguments: [
        (
            "at C:\\repo\\new\\node_modules\\@aws-sdk\\client-s3\\index.js:1",
            "C:\\repo\\new\\node_modules\\@aws-sdk\\client-s3\\index.js:1"
        ),
        (
            #"(app\node_modules\@smithy\node-http-handler\index.js:67:21)"#,
            #"app\node_modules\@smithy\node-http-handler\index.js:67"#
        ),
        (#"(C:\\Users\\jdoe\\node_modules\\x.js)"#, #"C:\Users\jdoe\node_modules\x.js"#),
    ])
    func `a path of Windows has no line breaks`(text: String, path: String) {
        #expect(EscapedText.plain(text).contains(path))
    }

    @Test(arguments: [
        (#"message:\nnext line\tend"#, "message:\nnext line end"),
        (#"A:\nB"#, "A:\nB"),
        (#"failed\n\tat chat\n\tnext"#, "failed\n at chat\n next"),
        (#"C:\new folder is \"x\""#, "C:\new folder is \"x\""),
    ])
    func `elsewhere escapes are undone`(text: String, plain: String) {
        #expect(EscapedText.plain(text) == plain)
    }
}
