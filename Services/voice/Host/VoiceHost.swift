import ServiceClients
import ServiceHost
import VoiceAmbient
import VoiceClones
import VoiceNotes
import VoicePool
import VoiceRecordings
import VoiceSpeech
import VoiceStorage
import VoiceUpload

/// voice: samples, clones, the provider's slots, and everything that can be listened to.
package enum VoiceHost {
  package static let definition = HostDefinition(
    service: .voice, defaultPort: 8082,
    plugins: [
      StoragePlugin(),
      SpeechPlugin(),
      PoolPlugin(),
      ClonesPlugin(),
      UploadPlugin(),
      RecordingsPlugin(),
      NotesPlugin(),
      AmbientPlugin(),
    ])
}
