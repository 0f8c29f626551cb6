// The certificate's picture as a PNG, which networks and messengers show: made here, because the server draws only SVG.
const link = document.querySelector('[data-share-image]')
if (link && 'toBlob' in HTMLCanvasElement.prototype) {
  const png = async () => {
    const picture = new Image()
    picture.src = link.href
    await picture.decode()
    const canvas = document.createElement('canvas')
    canvas.width = 1200
    canvas.height = 630
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise(done => canvas.toBlob(done, 'image/png'))
    return new File([blob], link.dataset.name, { type: 'image/png' })
  }

  const save = file => {
    const anchor = document.createElement('a')
    anchor.href = URL.createObjectURL(file)
    anchor.download = file.name
    anchor.click()
    URL.revokeObjectURL(anchor.href)
  }

  const button = document.createElement('button')
  button.type = 'button'
  button.className = link.className
  const probe = new File([''], link.dataset.name, { type: 'image/png' })
  const canShare = navigator.canShare?.({ files: [probe] })
  button.textContent = canShare ? link.dataset.share : link.dataset.save
  button.addEventListener('click', async () => {
    const file = await png()
    if (!canShare) return save(file)
    try {
      await navigator.share({ files: [file], title: link.dataset.title, url: link.dataset.link })
    } catch (e) {
      if (e.name !== 'AbortError') save(file)
    }
  })
  link.before(button, ' ')
}
