import type { Translated } from '../catalogue'
import type { studio as zh } from '../zh/studio'

export const studio: Translated<typeof zh> = {
  title: 'Write a line',
  lead: 'What shall the fruit say for you?',
  note: 'Choose a fruit and a way to say it. You see how it will look while you make it.',
  fruit: 'Which fruit',
  ways: 'How to say it',
  text: 'Write',
  textNote: 'A line, four faces',
  motif: 'Motif',
  motifNote: '囍, flowers, zodiac',
  picture: 'Picture',
  pictureNote: 'Faces, drawings',
  resume: 'Go on where you stopped',
  resumeWords: '“{words}”',
  resumeOther: 'Your last design',
  resumeSeveral: '{count} designs in this order',
  resumeAct: 'Go on',
  examples: 'Or like this',
  example: 'One character each: {words}',
  exampleNote: 'One character on each of four fruit',
  resting: '{name}, not taking orders now',
  wordsOnly: 'Words and motifs only',
  closed: 'No fruit takes words just now; see the orchard for when',
}
