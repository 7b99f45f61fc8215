import JSONText

extension Recording {
    /// The recording as a file of the schema `converse-recording/1`: always the same bytes for the same recording.
    ///
    /// Secrets are redacted on the way, whatever the recording holds. Reading the bytes gives the redacted recording back.
    public func bytes() -> [UInt8] {
        RecordingWriter.document(Redactor.standard.redact(self)).bytes(.fitted(indent: 2, width: 100)) + [0x0A]
    }
}
